// A client entry that nothing loads: it makes the build give hashed addresses to what no stylesheet names.
export const drawings = import.meta.glob('./{illustrations,logo}/*.svg', {
  eager: true,
  query: '?url&no-inline',
})
export const fonts = import.meta.glob('./fonts/*.woff2', { eager: true, query: '?url&no-inline' })
