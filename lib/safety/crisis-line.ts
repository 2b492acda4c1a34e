/** What a line is for: when it is too much, when somebody does harm, when one fears to do harm, or danger right now. */
export const lineAbouts = ["crisis", "violence", "own-behaviour", "danger"] as const;
/** How it is reached. `silent` is an emergency call without speaking, `web` a page of another site. */
export const lineWays = ["call", "text", "silent", "web"] as const;

export type LineAbout = (typeof lineAbouts)[number];
export type LineWay = (typeof lineWays)[number];

/** A way to somebody. `number` as people write it, or the site's address; `words`: what else to know, in a sentence. */
export type CrisisLine = { about: LineAbout; way: LineWay; name: string; number: string; words: string };

/** A line that ships. `to`: whom it answers, when not everybody. */
export type ShippedLine = CrisisLine & {
  to?: "women" | "men";
  /** Where and when it was read; or only compared with what other projects publish; or nothing that could be read. */
  seen: { where: string; on: string } | "compared" | "unread";
};

/** The day on which the pages named by the lists were read, in stored copies. Nobody was called. */
const readOn = "2026-11-29";

const line =
  (about: LineAbout, way: LineWay, to?: "women" | "men") =>
  (name: string, number: string, where?: string, words = ""): ShippedLine => ({
    ...{ about, way, name, number, words },
    ...(to && { to }),
    seen: where ? { where, on: readOn } : way === "call" ? "compared" : "unread",
  });

export const crisis = line("crisis", "call");
export const crisisText = line("crisis", "text");
export const violence = line("violence", "call");
export const violenceForWomen = line("violence", "call", "women");
export const violenceForMen = line("violence", "call", "men");
export const violenceText = line("violence", "text");
export const violenceWeb = line("violence", "web");
export const violenceWebForWomen = line("violence", "web", "women");
export const ownBehaviour = line("own-behaviour", "call");
export const ownBehaviourForMen = line("own-behaviour", "call", "men");
export const dangerText = line("danger", "text");
export const silentCall = line("danger", "silent");

/** Known by hearsay: offered to the owner, shown to nobody before the owner confirms it. */
export const unread = (shipped: ShippedLine): ShippedLine => ({ ...shipped, seen: "unread" });

/** Whether clients see a line that ships before the owner has looked at it. */
export const isShownUnchecked = ({ seen }: ShippedLine): boolean => seen !== "unread";

/** A line by name, with whom it answers when that is not everybody. */
export const lineName = ({ name, to }: Pick<ShippedLine, "name" | "to">): string =>
  to && !/\b(wo)?men\b/i.test(name) ? `${name}, for ${to}` : name;
