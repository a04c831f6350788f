/** What cannot be written as JSON (undefined) is null, as GROQ has it. */
export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value ?? null), {
    status,
    headers: {'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store'},
  })
