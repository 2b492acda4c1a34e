import { paths, within } from "@/lib/paths";
import type { SignalPlace } from "@/lib/signals/kinds";

/** The thing itself that a signal is about: the sitting, the messages, the place on a page. `ref`: the row that it leads to. */
export function leadsTo(clientId: string, place: SignalPlace, ref: string | null) {
  const client = paths.client(clientId);
  if (place === "assessments" && ref !== null) return client.assessment(ref);
  if (place === "connection" || place === "dimensions" || place === "safety")
    return within(client.overview, `#${place}`);
  return client[place];
}
