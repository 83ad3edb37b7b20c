import { sectorSlug } from '#domain/access/sign-in.views.server.ts'
import type { Viewer } from '#domain/access/viewer.ts'

/** The page where someone who has entered is at home; null for a visitor. */
export async function homeOf(viewer: Viewer): Promise<string | null> {
  switch (viewer.kind) {
    case 'resident': {
      const slug = await sectorSlug(viewer.sectorId)
      return slug === null ? '/' : `/secteurs/${slug}/offres`
    }
    case 'companion':
      return '/accompagnement'
    case 'console':
      return '/pupitre'
    case 'seat':
      return '/a-table'
    case 'operator':
      return '/operateur'
    case 'visitor':
      return null
  }
}
