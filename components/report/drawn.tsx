import { Path, Svg, Text } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { inArabic, sans } from "@/components/report/fonts";
import { paperColours } from "@/components/report/paper-colours";
import { readsFromTheRight } from "@/components/report/words";

type FrameProps = { width: number; height: number; scale?: number; children: ReactNode };

/** A drawing in the pixels of the screen, set on paper at `scale` points to a pixel. */
export function Drawn({ width, height, scale = 1, children }: FrameProps) {
  return (
    <Svg viewBox={`0 0 ${width} ${height}`} width={width * scale} height={height * scale}>
      {children}
    </Svg>
  );
}

type LabelProps = {
  x: number;
  y: number;
  children: string | number;
  at?: "start" | "middle" | "end";
  isBold?: boolean;
  size?: number;
  colour?: string;
};

/** A word or a figure in a drawing, where the screen has it. */
export function Label({ x, y, children, at = "start", isBold = false, size = 12, colour }: LabelProps) {
  const text = String(children);
  const fontFamily = readsFromTheRight(text) ? inArabic : sans;
  return (
    <Text
      x={x}
      y={y}
      textAnchor={at}
      fill={colour ?? (isBold ? paperColours.ink : paperColours["ink-2"])}
      style={{ fontFamily, fontSize: size, fontWeight: isBold ? 600 : 400 }}
    >
      {text}
    </Text>
  );
}

type AxisProps = {
  ticks: readonly number[];
  at: (value: number) => number;
  from: number;
  to: number;
  /** Where the figures end. */
  labels: number;
  size?: number;
};

/** The lines and figures of a scale that runs upwards, as `ValueAxis` draws them. */
export function PaperAxis({ ticks, at, from, to, labels, size = 12 }: AxisProps) {
  return (
    <>
      <Path
        d={ticks.map((tick) => `M${from} ${at(tick)}H${to}`).join("")}
        fill="none"
        stroke={paperColours.line}
        strokeWidth={1}
      />
      {ticks.map((tick) => (
        <Label key={tick} x={labels} y={at(tick) + 4} at="end" size={size}>
          {Math.round(tick * 10) / 10}
        </Label>
      ))}
    </>
  );
}

type WeeksProps = { weeks: readonly number[]; at: (week: number) => number; y: number; named?: number; size?: number };

/** The numbers of the weeks under a drawing, as `WeekAxis` draws them. */
export function PaperWeeks({ weeks, at, y, named, size = 12 }: WeeksProps) {
  return (
    <>
      {weeks.map((week) => (
        <Label key={week} x={at(week)} y={y} at="middle" size={size}>
          {week}
        </Label>
      ))}
      {named === undefined ? null : (
        <Label x={named} y={y} at="end" size={size}>
          Wk
        </Label>
      )}
    </>
  );
}

/** A mark of the pair: now is filled, wished is open. */
export function PaperMark({ d, isNow, colour = paperColours.ink }: { d: string; isNow: boolean; colour?: string }) {
  return (
    <Path d={d} fill={isNow ? colour : paperColours.paper} stroke={colour} strokeWidth={2} strokeLinejoin="round" />
  );
}
