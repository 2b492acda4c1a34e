import { pool } from "../../database";
import { Statements } from "./statements";

/** A page with one query for a form of 36 statements. */
export default async function FormPage() {
  const { rows } = await pool().query<{ id: number; words: string }>("select id, words from statement order by id");
  return <Statements statements={rows} />;
}
