import { renderToBuffer } from "@react-pdf/renderer";
import { prepareFonts } from "@/components/report/fonts";
import { ReportDocument } from "@/components/report/report-document";
import type { ReportView } from "@/components/report/report-view";

let last: Promise<unknown> = Promise.resolve();

/** The PDF of a report. One is drawn at a time: drawing keeps the processor busy, and others want to be answered too. */
export function renderReport(view: ReportView): Promise<Buffer> {
  const drawn = last.then(async () => {
    await prepareFonts();
    return renderToBuffer(<ReportDocument view={view} />);
  });
  last = drawn.catch(() => undefined);
  return drawn;
}
