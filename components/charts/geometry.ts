/** One decimal is enough for a screen and keeps the markup small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Maps a value of `domain` to a place in `range`, straight, clamped to the domain so that no mark leaves its chart.
 * Either interval may run downwards.
 */
export function scale(domain: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  const [from, to] = domain;
  const [start, end] = range;
  if (from === to) throw new RangeError("a scale needs two different ends");
  return (value) => {
    const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
    return round(start + share * (end - start));
  };
}

export type Point = { x: number; y: number };

/** A line through the points, lifted over every null: a gap in the data is drawn as a gap. */
export function brokenLine(points: readonly (Point | null)[]): string {
  let path = "";
  let drawing = false;
  for (const point of points) {
    if (!point) {
      drawing = false;
      continue;
    }
    path += `${drawing ? "L" : "M"}${round(point.x)} ${round(point.y)}`;
    drawing = true;
  }
  return path;
}

/**
 * The closed areas between an upper and a lower line over the same places, each walked forth and back. Where either line has
 * no point there is no area.
 */
export function areaBetween(upper: readonly (Point | null)[], lower: readonly (Point | null)[]): string {
  let path = "";
  let forth: Point[] = [];
  let back: Point[] = [];
  const close = () => {
    if (forth.length > 1) path += `${brokenLine([...forth, ...back.toReversed()])}Z`;
    forth = [];
    back = [];
  };
  for (const [i, above] of upper.entries()) {
    const below = lower[i];
    if (above && below) {
      forth.push(above);
      back.push(below);
    } else close();
  }
  close();
  return path;
}

export function circle(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${round(2 * r)} 0a${r} ${r} 0 1 0 ${round(-2 * r)} 0Z`;
}

export function square(x: number, y: number, side: number): string {
  const s = round(side);
  return `M${round(x - s / 2)} ${round(y - s / 2)}h${s}v${s}h${-s}Z`;
}

/** A bar standing on `floor`, or a rectangle given by its top. */
export function bar(x: number, top: number, width: number, floor: number): string {
  return `M${round(x)} ${round(top)}h${round(width)}V${round(floor)}h${round(-width)}Z`;
}

/** Keeps labels apart: places sorted by y are pushed down to stand at least `room` apart, then back above `floor`. */
export function spread(places: readonly number[], room: number, floor: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  for (const [at, item] of order.entries()) {
    const before = order[at - 1];
    if (before) item.place = Math.max(item.place, before.place + room);
  }
  for (const [at, item] of [...order.entries()].reverse()) {
    const after = order[at + 1];
    item.place = Math.min(item.place, after ? after.place - room : floor);
  }
  const result = [...places];
  for (const { place, index } of order) result[index] = round(place);
  return result;
}
