import { classNames } from "@/components/ui/class-names";
import { numberTable, stackedTable } from "@/components/ui/number-table";

export type CountedItem = { id: string; reversed: boolean; scales: readonly string[] };

type Props = {
  counted: readonly CountedItem[];
  statements: readonly string[];
  lists: readonly { name: string; pairs: readonly { value: number | "none"; label: string | undefined }[] }[];
};

/** Each line beside the question that it would become: a shifted line would score another one. */
export function WordingPreview({ counted, statements, lists }: Props) {
  return (
    <section aria-labelledby="look" className="grid gap-4">
      <h3 id="look" className="font-serif text-section font-semibold">
        Line by line, before it is saved
      </h3>
      <table className={classNames(numberTable, stackedTable)}>
        <caption className="sr-only">Each line beside its question</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col" className="words text-left!">
              Its line
            </th>
            <th scope="col" className="words text-left!">
              Counts for
            </th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ id, reversed, scales }, i) => (
            <tr key={id}>
              <th scope="row">{i + 1}</th>
              <td className="words wrap-anywhere" data-label="Its line">
                {statements[i] ?? <strong>No line</strong>}
              </td>
              <td className="words" data-label="Counts for">
                {scales.join(", ") || "No scale"}
                {reversed ? ", reversed" : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {statements.length > counted.length ? (
        <p className="font-semibold">More lines than questions: {statements.slice(counted.length).join(" / ")}</p>
      ) : null}
      {lists.map(({ name, pairs }) => (
        <p key={name}>
          {name}: {pairs.map(({ value, label }) => `${value} ${label ?? "(no line)"}`).join(", ")}
        </p>
      ))}
    </section>
  );
}
