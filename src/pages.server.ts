import type { FastifyInstance } from 'fastify'
import { register as atTable } from '#pages/a-table/page.server.tsx'
import { register as companion } from '#pages/accompagnement/page.server.tsx'
import { register as home } from '#pages/accueil/page.server.tsx'
import { register as charter } from '#pages/charte/page.server.tsx'
import { register as howItGoes } from '#pages/comment-ca-se-passe/page.server.tsx'
import { register as demonstration } from '#pages/demonstration/page.server.tsx'
import { register as code } from '#pages/entrer/code/page.server.tsx'
import { register as enter } from '#pages/entrer/page.server.tsx'
import { register as who } from '#pages/entrer/qui/page.server.tsx'
import { register as installation } from '#pages/installation/page.server.tsx'
import { register as rights } from '#pages/mentions/page.server.tsx'
import { register as operator } from '#pages/operateur/page.server.tsx'
import { register as consoleDesk } from '#pages/pupitre/page.server.tsx'
import { register as myChoices } from '#pages/secteurs/mes-choix/page.server.tsx'
import { register as offers } from '#pages/secteurs/offres/page.server.tsx'
import { register as tables } from '#pages/secteurs/tables/page.server.tsx'
import { register as leave } from '#pages/sortir/page.server.tsx'

type Settings = { readonly publicUrl: string; readonly dataDir: string }
type Register = (app: FastifyInstance, settings: Settings) => Promise<void> | void

/** Every page of the site; each adds the ones below it. */
export const pages: readonly Register[] = [
  home,
  howItGoes,
  charter,
  rights,
  enter,
  code,
  who,
  leave,
  installation,
  demonstration,
  operator,
  companion,
  myChoices,
  offers,
  tables,
  consoleDesk,
  atTable,
]
