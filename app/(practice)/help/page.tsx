import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/section";
import { type HelpWord, helpWords } from "@/lib/help-words";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../_shell/practice-page";

export const metadata: Metadata = { title: "Help" };

/** Every word that somebody new may stop at. The place that each has is where its own pages lead. */
export default async function HelpPage() {
  const { session } = await loadForStaff(async () => undefined);
  const words: readonly HelpWord[] = helpWords;
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="Help" sub="What the words mean that Nearer uses" />
      <Section id="words" className="mt-6 max-w-219" title="Words">
        <dl>
          {words.map(({ key, word, also, says }) => (
            <div
              key={key}
              id={key}
              className="scroll-mt-6 border-b border-line py-4 target:bg-sunken target:px-3 print:break-inside-avoid"
            >
              <dt className="font-semibold">
                {word}
                {also ? <span className="block text-small font-normal text-ink-2">{`Also: ${also}`}</span> : null}
              </dt>
              {says.map((line) => (
                <dd key={line} className="mt-1.5 max-w-[72ch] text-pretty">
                  {line}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </Section>
    </PracticePage>
  );
}
