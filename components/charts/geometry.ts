/** One decimal is enough for a screen and keeps the markup small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
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
