import { createHash } from "node:crypto";
import type { ReportContent } from "@/components/report/report-view";

/** By which a signature says what was looked at: what the record gained since is looked at first. */
export const contentDigest = (content: ReportContent): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex");
