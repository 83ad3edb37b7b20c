import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

// Two builds: what browsers receive (dist/client, hashed by content, listed in .vite/manifest.json) and the server
// (dist/server/main.js, which keeps its dependencies in node_modules and reads data/ where it is started).
export default defineConfig(({ isSsrBuild = false }) => (isSsrBuild ? server : client))

// Native phones of ten years ago still sweep a table, hence the old syntax.
const client = {
  logLevel: 'warn' as const,
  publicDir: false as const,
  plugins: [precompress()],
  build: {
    outDir: 'dist/client',
    target: 'es2019',
    cssTarget: ['chrome87', 'firefox78', 'safari14'],
    manifest: true,
    assetsInlineLimit: 0, // the content security policy accepts no data: address
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [...globSync('src/{pages,ui}/**/*.island.ts'), ...sheets(), 'src/ui/assets.ts'],
    },
  },
}

const server = {
  logLevel: 'warn' as const,
  publicDir: false as const,
  build: {
    outDir: 'dist/server',
    ssr: true,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: { input: 'src/main.ts', output: { entryFileNames: '[name].js' } },
  },
}

/** Style sheets a page may ask for: those no other sheet takes in. */
function sheets(): string[] {
  const all = globSync('src/ui/styles/*.css')
  const texts = all.map((sheet) => readFileSync(sheet, 'utf8'))
  return all.filter((sheet) => !texts.some((text) => text.includes(`@import "./${basename(sheet)}"`)))
}

/** Leaves a .br and a .gz beside each text file, so that the server compresses none of them again. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))) {
        const file = join(dir, name)
        const body = readFileSync(file)
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 }
        writeFileSync(`${file}.br`, brotliCompressSync(body, { params: quality }))
        writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }))
      }
    },
  }
}
