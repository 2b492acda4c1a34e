import { View } from "@react-pdf/renderer";
import { paperColours } from "@/components/report/paper-colours";
import type { PaperTable } from "@/components/report/report-view";
import { Words } from "@/components/report/words";

const cell = { paddingVertical: 2, paddingRight: 6, fontSize: 9, lineHeight: 1.2 } as const;

/** A table of so many rows stays on one page. */
const whole = 16;
/** Room for the head of a longer one with some of its rows: alone at the foot of a page it would say nothing. */
const withHead = 70;

/** The figures behind a drawing. A row is never broken between two pages, and the head stands on each page of a long table. */
export function TableOnPaper({ table: { columns, rows } }: { table: PaperTable }) {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const styleOf = (index: number) => {
    const column = columns[index];
    return {
      ...cell,
      width: `${(100 * (column?.share ?? 1)) / all}%`,
      textAlign: column?.isFigure ? ("right" as const) : ("left" as const),
      // Words after a figure keep away from it.
      paddingLeft: !column?.isFigure && columns[index - 1]?.isFigure ? 12 : 0,
    };
  };
  const head = (
    <View style={{ flexDirection: "row", borderBottomWidth: 0.75, borderBottomColor: paperColours.ink }}>
      {columns.map(({ title }, index) => (
        <Words key={title} style={{ ...styleOf(index), fontWeight: 600, color: paperColours["ink-2"] }}>
          {title}
        </Words>
      ))}
    </View>
  );
  const line = (row: readonly string[], at: number) => (
    <View
      key={at}
      wrap={false}
      style={{ flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: paperColours.line }}
    >
      {row.map((text, index) => (
        <Words key={columns[index]?.title ?? ""} style={styleOf(index)}>
          {text}
        </Words>
      ))}
    </View>
  );
  if (rows.length <= whole)
    return (
      <View wrap={false} style={{ marginTop: 8 }}>
        {head}
        {rows.map(line)}
      </View>
    );
  return (
    <>
      <View minPresenceAhead={withHead} />
      <View style={{ marginTop: 8 }}>
        <View fixed>{head}</View>
        {rows.map(line)}
      </View>
    </>
  );
}
