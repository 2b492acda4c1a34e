import { pool } from "../../database";

type Row = { id: number; name: string; note: string; score: number; seen_on: string };

/** A page with one query for a table of 60 rows out of 1,000. */
export default async function RowsPage() {
  const { rows } = await pool().query<Row>(
    "select id, name, note, score, seen_on::text from person order by score desc, id limit 60",
  );
  return (
    <table>
      <tbody>
        {rows.map(({ id, name, note, score, seen_on }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/one?id=${id}`}>{name}</a>
            </th>
            <td>{note}</td>
            <td>{score}</td>
            <td>{seen_on}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
