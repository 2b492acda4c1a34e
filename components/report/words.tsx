import { Text, type View } from "@react-pdf/renderer";
import type { ComponentProps } from "react";
import { inArabic } from "@/components/report/fonts";

type Style = Exclude<ComponentProps<typeof View>["style"], undefined | readonly unknown[]>;

/** A run of Arabic letters and signs, with the spaces between its words. */
const arabicRun = /([\p{Script=Arabic}\u200c\u200d]+(?:[ \u00a0]+[\p{Script=Arabic}\u200c\u200d]+)*)/u;
const firstLetter = /\p{L}/u;
const isArabic = /\p{Script=Arabic}/u;

/** Whether a paragraph is read from the right: its first letter says so. */
export const readsFromTheRight = (text: string): boolean => isArabic.test(firstLetter.exec(text)?.[0] ?? "");

/** Every other part is Arabic: what stands before the first run comes first, if only as nothing. */
export const arabicParts = (text: string): string[] => text.split(arabicRun);

/** A height of lines counts from a size of its own: without one it would be that of the renderer. */
const body = { fontSize: 10.5, lineHeight: 1.4 };

type Props = { children: string; style?: Style; bookmark?: string };

/** Words in whatever script somebody writes their name, each run from a face that has it. */
export function Words({ children, style = {}, bookmark }: Props) {
  const { direction } = style;
  return (
    <Text style={{ ...body, ...style }} {...(bookmark ? { bookmark } : {})}>
      {arabicParts(children).map((part, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <Text key={index} style={{ fontFamily: inArabic, ...(direction ? { direction } : {}) }}>
            {part}
          </Text>
        ) : (
          part
        ),
      )}
    </Text>
  );
}
