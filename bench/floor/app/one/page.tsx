import { pool } from "../../database";

/** A page with one query for one row. */
export default async function OnePage() {
  const { rows } = await pool().query<{ name: string }>("select name from person where id = $1", [1]);
  return <h1>Good evening, {rows[0]?.name}</h1>;
}
