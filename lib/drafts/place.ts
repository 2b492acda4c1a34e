/** What staff write for the whole practice: several may, and what is saved compares versions. */
export const editors = ["library", "reading", "protocol", "limits", "panel"] as const;
export type Editor = (typeof editors)[number];

/** Where somebody may leave words unfinished. The questions of safety and the page for danger are never among them. */
export type Place =
  | { readonly kind: "exercise"; readonly key: string; readonly form: "shared" | "own" }
  | { readonly kind: "message" | "check" | "move" }
  /** A message to several at once. */
  | { readonly kind: "several" }
  /** Leaving an exercise out, or asking for another. */
  | { readonly kind: "skip" | "swap"; readonly key: string }
  | { readonly kind: "reply"; readonly clientId: string; readonly attemptId: string | null }
  /** What staff note about a client; `about` names the form, and what it is about. */
  | { readonly kind: "note"; readonly clientId: string; readonly about: string }
  | { readonly kind: "editor"; readonly of: Editor; readonly about: string };

/** A place as it is kept and sent. */
export function placeName(place: Place): string {
  switch (place.kind) {
    case "exercise":
      return `exercise/${place.key}/${place.form}`;
    case "skip":
    case "swap":
      return `${place.kind}/${place.key}`;
    case "reply":
      return `reply/${place.clientId}${place.attemptId ? `/${place.attemptId}` : ""}`;
    case "note":
      return `note/${place.clientId}/${place.about}`;
    case "editor":
      return `editor/${place.of}/${place.about}`;
    default:
      return place.kind;
  }
}

export const notePlace = (clientId: string, about: string): string => placeName({ kind: "note", clientId, about });
export const editorPlace = (of: Editor, about: string): string => placeName({ kind: "editor", of, about });
