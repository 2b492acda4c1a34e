import { circle, round } from "@/components/charts/geometry";
import { scale } from "@/components/charts/scales";

type Side = { middle: number; times: number } | null;
export type JudgedWeek = { week: number; said: Side; rated: Side };

export const ratedFrame = { width: 414, height: 154, left: 24 };
export const ratedY = scale([0, 4], [130, 14]);

/** Whether the number of a week stands under the axis, where all of them would touch. */
export const isNumbered = (week: number, weeks: number): boolean => week % Math.ceil(weeks / 14) === 0;

/** Where both sides of a week are the same, the two stand side by side. */
export function ratedPaths(weeks: readonly JudgedWeek[]) {
  const pitch = Math.min(38, (ratedFrame.width - ratedFrame.left) / Math.max(1, weeks.length));
  const at = (week: number) => round(ratedFrame.left + pitch * (week - 0.5));
  const paths = { lines: "", said: "", rated: "" };
  for (const { week, said, rated } of weeks) {
    const x = at(week);
    const apart = said && rated && Math.abs(said.middle - rated.middle) < 0.35 ? Math.min(5.5, pitch / 3) : 0;
    if (said) paths.said += circle(x - apart, ratedY(said.middle), 4.5);
    if (rated) paths.rated += circle(x + apart, ratedY(rated.middle), 4.5);
    if (said && rated && apart === 0) paths.lines += `M${x} ${ratedY(said.middle)}V${ratedY(rated.middle)}`;
  }
  return { ...paths, at };
}
