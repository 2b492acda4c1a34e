import { Document, Page, Text, View } from "@react-pdf/renderer";
import { mostFlags } from "@/components/charts/connection-data";
import { ConnectionDrawing } from "@/components/report/connection-drawing";
import { DimensionsOnPaper } from "@/components/report/dimensions-on-paper";
import { sans, serif } from "@/components/report/fonts";
import { GapDrawings } from "@/components/report/gap-drawings";
import { paperColours } from "@/components/report/paper-colours";
import { TableOnPaper } from "@/components/report/paper-table";
import { AnxietyDrawing, RatedDrawing } from "@/components/report/practice-drawings";
import type {
  PaperDrawing,
  PaperPart,
  ReportContent,
  ReportStanding,
  ReportView,
} from "@/components/report/report-view";
import { readsFromTheRight, Words } from "@/components/report/words";

const page = {
  fontFamily: sans,
  fontSize: 10.5,
  color: paperColours.ink,
  paddingTop: 46,
  paddingBottom: 58,
  paddingHorizontal: 48,
};
const heading = { fontFamily: serif, fontWeight: 600, fontSize: 14, lineHeight: 1.25 } as const;
const soft = { fontSize: 9, color: paperColours["ink-2"] } as const;

/** The report on A4, with bookmarks, a language and a title. It has no tags: the renderer makes none. */
export function ReportDocument({ view: { content, standing, drawnAt } }: { view: ReportView }) {
  const { title, practice, client, therapist } = content;
  return (
    <Document
      title={`${title}: ${client.name}`}
      author={`${therapist}, ${practice.name}`}
      language="en-GB"
      creationDate={drawnAt}
      modificationDate={drawnAt}
      creator="Nearer"
      producer="Nearer"
      pageMode="useOutlines"
    >
      <Page size="A4" style={page} bookmark={title}>
        <Foot content={content} standing={standing} />
        <Letterhead content={content} />
        <Facts content={content} standing={standing} />
        {content.inShort.length > 0 ? (
          <View style={{ marginTop: 18 }}>
            <Words style={heading} bookmark="In short">
              In short
            </Words>
            {content.inShort.map((sentence) => (
              <Words key={sentence} style={{ marginTop: 4 }}>
                {sentence}
              </Words>
            ))}
          </View>
        ) : null}
        {content.words.length > 0 ? <OwnWords words={content.words} by={therapist} /> : null}
        {content.parts.map((part) => (
          <Part key={part.part} part={part} />
        ))}
        <Ending standing={standing} />
      </Page>
    </Document>
  );
}

function Letterhead({ content: { practice, therapist } }: { content: ReportContent }) {
  return (
    <View style={{ borderBottomWidth: 1.5, borderBottomColor: paperColours.primary, paddingBottom: 8 }}>
      <Words
        style={{ fontFamily: serif, fontWeight: 600, fontSize: 17, lineHeight: 1.25, color: paperColours.primary }}
      >
        {practice.name}
      </Words>
      <Words style={soft}>{[therapist, practice.replyTo].filter(Boolean).join(" · ")}</Words>
    </View>
  );
}

function Facts({ content, standing }: { content: ReportContent; standing: ReportStanding }) {
  const { title, client, forWhom, period } = content;
  const facts = [
    ["About", `${client.name}, record ${client.recordNumber}`],
    ["For", forWhom],
    ["Period", period],
    ["Date", standing.date],
  ] as const;
  return (
    <View>
      <Words style={{ ...heading, fontSize: 22, marginTop: 20, marginBottom: 8 }}>{title}</Words>
      {facts.map(([term, value]) => (
        <View key={term} style={{ flexDirection: "row" }}>
          <Words style={{ width: 56, color: paperColours["ink-3"] }}>{term}</Words>
          <Words style={{ flex: 1, fontWeight: term === "About" ? 600 : 400 }}>{value}</Words>
        </View>
      ))}
    </View>
  );
}

function OwnWords({ words, by }: { words: readonly string[]; by: string }) {
  return (
    <View style={{ marginTop: 16 }}>
      <Words style={heading} bookmark="In the therapist’s words">{`In the words of ${by}`}</Words>
      {words.map((paragraph) => (
        <Words
          key={paragraph}
          style={
            readsFromTheRight(paragraph) ? { marginTop: 4, direction: "rtl", textAlign: "right" } : { marginTop: 4 }
          }
        >
          {paragraph}
        </Words>
      ))}
    </View>
  );
}

function Part({ part: { title, sub, sentences, drawing, table, notes } }: { part: PaperPart }) {
  return (
    <View style={{ marginTop: 20 }}>
      <View wrap={false} minPresenceAhead={drawing ? 0 : 90}>
        <Words style={heading} bookmark={title}>
          {title}
        </Words>
        {sub ? <Words style={soft}>{sub}</Words> : null}
        {sentences.map((sentence) => (
          <Words key={sentence} style={{ marginTop: 3 }}>
            {sentence}
          </Words>
        ))}
        {drawing ? <Picture drawing={drawing} /> : null}
      </View>
      {table && table.rows.length > 0 ? <TableOnPaper table={table} /> : null}
      {notes.map((note) => (
        <Words key={note} style={{ ...soft, marginTop: 4 }}>
          {note}
        </Words>
      ))}
    </View>
  );
}

function Picture({ drawing }: { drawing: PaperDrawing }) {
  switch (drawing.kind) {
    case "connection": {
      const { events } = drawing.data;
      const flagged = events
        .slice(0, mostFlags)
        .map((event, index) => `${index + 1} ${event.name} (wk\u00a0${event.week})`);
      const more = events.length - flagged.length;
      return (
        <View wrap={false} style={{ marginTop: 6 }}>
          <ConnectionDrawing data={drawing.data} />
          {flagged.length > 0 ? (
            <Words style={{ ...soft, marginTop: 3 }}>
              {[...flagged, ...(more > 0 ? [`and ${more} more`] : [])].join("   ")}
            </Words>
          ) : null}
        </View>
      );
    }
    case "dimensions":
      return <DimensionsOnPaper {...drawing} />;
    case "gaps":
      return <GapDrawings series={drawing.series} goals={drawing.goals} />;
    case "practice":
      return <RatedDrawing weeks={drawing.weeks} name={drawing.name} />;
    case "anxiety":
      return <AnxietyDrawing series={drawing.series} />;
  }
}

const kinds =
  "Beside a claim of change stands what its measure of error rests on: published, estimated (from this practice’s own data) or assumed (a careful figure, until there is a better one). Figures are what was entered, gaps in them are drawn as gaps, and none of them is a diagnosis.";

function Ending({ standing }: { standing: ReportStanding }) {
  return (
    <View
      wrap={false}
      style={{ marginTop: 24, borderTopWidth: 0.75, borderTopColor: paperColours.line, paddingTop: 8 }}
    >
      <Words style={soft}>{kinds}</Words>
      <Words style={{ marginTop: 12, fontWeight: 600 }}>
        {standing.kind === "signed" ? `Signed by ${standing.by}, ${standing.date}` : "Preview, not signed"}
      </Words>
    </View>
  );
}

function Foot({
  content: { title, client, practice },
  standing,
}: {
  content: ReportContent;
  standing: ReportStanding;
}) {
  const row = { ...soft, fontSize: 8.5 } as const;
  return (
    <View
      fixed
      style={{
        position: "absolute",
        bottom: 26,
        left: 48,
        right: 48,
        flexDirection: "row",
        justifyContent: "space-between",
        borderTopWidth: 0.5,
        borderTopColor: paperColours.line,
        paddingTop: 5,
      }}
    >
      <Words style={row}>
        {`${title}, ${client.name} · ${practice.name}${standing.kind === "preview" ? " · Preview, not signed" : ""}`}
      </Words>
      <Text style={row} render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
    </View>
  );
}
