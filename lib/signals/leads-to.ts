import { paths, within } from "@/lib/paths";
import { type SignalKind, signalRow } from "@/lib/signals/kinds";

/** The thing itself that a signal is about: the sitting, the messages, the place on a page. */
export function leadsTo(clientId: string, kind: SignalKind, ref: string | null) {
  const client = paths.client(clientId);
  const place = signalRow(kind).leads;
  if (kind === "safety-event") return within(client.overview, "#safety");
  if (place === "assessments" && ref !== null) return client.assessment(ref);
  if (place === "connection" || place === "dimensions") return within(client.overview, `#${place}`);
  if (place === "safety") return within(client.overview, "#safety");
  return client[place];
}
