import { pool } from "../../database";

type Point = { day: string; score: number };

/** A page with one query for 84 points, drawn and as a table. */
export default async function PointsPage() {
  const { rows } = await pool().query<Point>(
    "select day::text, score from point where person_id = $1 order by day",
    [1],
  );
  return (
    <main>
      <svg viewBox="0 0 840 100" role="img" aria-label="84 points">
        <polyline points={rows.map(({ score }, i) => `${i * 10},${100 - score * 10}`).join(" ")} />
      </svg>
      <table>
        <tbody>
          {rows.map(({ day, score }) => (
            <tr key={day}>
              <td>{day}</td>
              <td>{score}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
