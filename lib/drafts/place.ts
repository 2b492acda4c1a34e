/** Where somebody may leave words unfinished. The questions of safety and the page for danger are never among them. */
export type Place =
  | { readonly kind: "exercise"; readonly key: string; readonly form: "shared" | "own" }
  | { readonly kind: "message" | "check" | "move" }
  | { readonly kind: "reply"; readonly clientId: string; readonly attemptId: string | null };

/** A place as it is kept and sent. */
export function placeName(place: Place): string {
  if (place.kind === "exercise") return `exercise/${place.key}/${place.form}`;
  if (place.kind === "reply") return `reply/${place.clientId}${place.attemptId ? `/${place.attemptId}` : ""}`;
  return place.kind;
}
