/** From here on this file's tests keep everything on a real PostgreSQL server; their words stay the same. */
export const onPostgres = (): void => {
  process.env['TEST_ENGINE'] = 'postgres'
}
