import { z } from "zod";
import { reportContent } from "@/app/(practice)/clients/[clientId]/report/report-content";
import { renderReport } from "@/components/report/render-report";
import { previewReport } from "@/db/queries/reports/report-facts";
import { openSigned } from "@/db/queries/reports/reports";
import { NotFound } from "@/lib/errors";
import { fullDate } from "@/lib/reports/report";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { pdfResponse } from "@/server/pdf-response";

const ids = z.object({ clientId: z.uuid(), reportId: z.uuid() });

type Context = { params: Promise<{ clientId: string; reportId: string }> };

/** The signed copy as it was kept, or the preview of what nobody signed yet, which is drawn here and in no other request. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const read = ids.safeParse(await params);
  const { data } = await loadForStaff(async (scope) => {
    if (!read.success) throw new NotFound();
    const { report, document } = await openSigned(scope, read.data);
    const facts = document ? null : await previewReport(scope, report);
    return { report, document, facts, now: scope.now };
  });
  const { report, document, facts, now } = data;
  if (document || !facts) return pdfResponse(new Uint8Array(document ?? []), "inline", report.plan.title);
  const date = fullDate(localDate(now, facts.header.zone));
  const view = {
    content: reportContent(facts, report.plan),
    standing: { kind: "preview" as const, date },
    drawnAt: now,
  };
  return pdfResponse(new Uint8Array(await renderReport(view)), "inline", `Preview, ${report.plan.title}`);
}
