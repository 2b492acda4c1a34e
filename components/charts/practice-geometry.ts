import { circle, round, square } from "@/components/charts/geometry";

/** done, tried and stopped early, left out with a reason, planned but not logged, planned ahead, not planned. */
export type PracticeState = "done" | "tried" | "skipped" | "unlogged" | "planned" | "rest";

export type PracticePaths = {
  done: string;
  triedEdge: string;
  skipped: string;
  open: string;
  rest: string;
  today: string;
};

type Look = { pitch: number; size: number; round: boolean; today?: number | undefined };

/** A day of rest is a dot: the round end of a line without length, this wide. */
export const restWidth = (size: number): number => round(2 * Math.max(1.5, size * 0.1));

/** One path per kind of mark for a whole row, `pitch` pixels from centre to centre. */
export function practicePaths(states: readonly PracticeState[], look: Look): PracticePaths {
  const paths: PracticePaths = { done: "", triedEdge: "", skipped: "", open: "", rest: "", today: "" };
  const { size, pitch } = look;
  const outline = (x: number, y: number, side: number) => (look.round ? circle(x, y, side / 2) : box(x, y, side));
  /** A hairline is sharp when its edge falls on half a pixel. */
  const hairline = (x: number, y: number, side: number) => {
    const shift = !look.round && Number.isInteger(x - side / 2) ? 0.5 : 0;
    return outline(x + shift, y + shift, side);
  };
  const y = pitch / 2;
  states.forEach((state, index) => {
    const x = round(pitch * (index + 0.5));
    if (state === "done") paths.done += outline(x, y, size);
    if (state === "tried") {
      paths.triedEdge += hairline(x, y, size - 1);
      paths.done += half(x, y, size, look.round);
    }
    if (state === "skipped") paths.skipped += hairline(x, y, size - 1) + slash(x, y, size - 1, look.round);
    if (state === "unlogged") paths.open += hairline(x, y, size - 1);
    if (state === "planned") paths.open += hairline(x, y, Math.max(3, Math.round(size * 0.36)));
    if (state === "rest") paths.rest += `M${x} ${round(y)}h0`;
    if (index === look.today) paths.today += outline(x, y, size + 6);
  });
  return paths;
}

/** A square with softened corners, so marks and controls speak the same shape. */
function box(x: number, y: number, side: number): string {
  const r = Math.min(3, round(side * 0.16));
  if (r < 1.5) return square(x, y, side);
  const s = round(side - 2 * r);
  const start = `M${round(x - side / 2 + r)} ${round(y - side / 2)}`;
  return `${start}h${s}q${r} 0 ${r} ${r}v${s}q0 ${r} ${-r} ${r}h${-s}q${-r} 0 ${-r} ${-r}v${-s}q0 ${-r} ${r} ${-r}Z`;
}

/** From corner to corner, as somebody strikes out a day. */
function slash(x: number, y: number, size: number, isRound: boolean): string {
  const reach = round((size / 2) * (isRound ? Math.SQRT1_2 : 0.9));
  return `M${round(x - reach)} ${round(y + reach)}L${round(x + reach)} ${round(y - reach)}`;
}

/** The lower left half of a mark, cut along its diagonal. */
function half(x: number, y: number, size: number, isRound: boolean): string {
  const reach = isRound ? round((size / 2) * Math.SQRT1_2) : size / 2;
  const top = `M${round(x - reach)} ${round(y - reach)}`;
  if (isRound) return `${top}A${size / 2} ${size / 2} 0 0 0 ${round(x + reach)} ${round(y + reach)}Z`;
  return `${top}V${round(y + reach)}H${round(x + reach)}Z`;
}
