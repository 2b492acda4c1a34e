import { pool } from "../../database";

/** One durable statement: as many rows as were sent. */
export async function POST(request: Request): Promise<Response> {
  const values: number[] = await request.json();
  await pool().query("insert into answer (value) select unnest($1::int[])", [values]);
  return Response.json({ status: "done" });
}
