import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { listOffers, listTaken } from "@/db/queries/shipped/offers";
import { formatMoment, inSentence } from "@/lib/format";
import { kindWords } from "@/lib/shipped/kinds";
import { wayWords } from "@/lib/shipped/offer-words";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { OfferView } from "./_components/offer-view";

export const metadata: Metadata = { title: "What’s new" };

export default async function WhatsNewPage() {
  const { data, session } = await loadForStaff(async (scope) => ({
    offers: await listOffers(scope),
    done: (await listTaken(scope)).map((row) => ({
      ...row,
      words: `${wayWords[row.way]} by ${row.by}, ${inSentence(formatMoment(row.at, scope.now, scope.actor.zone))}`,
    })),
  }));
  const { offers, done } = data;
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="What’s new from Nearer" sub={session.practiceName} />
      <div className="mt-5 grid max-w-219 grid-cols-1 gap-10 [&>form]:max-w-160 [&>section]:mb-0">
        {offers.length === 0 ? (
          <Empty title="Everything is as shipped with this version">
            A new version of Nearer offers here what it changed in the protocol, assessments, readings and safety texts.
          </Empty>
        ) : (
          <p>Nothing here changes for your clients or your staff before you take it.</p>
        )}
        {offers.map((offer) => (
          <OfferView key={`${offer.kind} ${offer.key}`} offer={offer} />
        ))}
        {done.length > 0 ? (
          <Section id="done" title="What you did before">
            <ul className="[&+form]:mt-4">
              {done.map(({ id, title, kind, version, words }) => (
                <li
                  key={id}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
                >
                  <div>
                    <span className="font-strong text-ink">{title}</span>
                    <span className="text-ink-2">
                      , {kindWords[kind].toLowerCase()}, version {version}
                    </span>
                    <br />
                    <span className="text-small text-ink-2">{words}</span>
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Section id="by-itself" title="What comes by itself">
          <ul className="mt-3 mb-3.5 [&>li+li]:mt-0.5">
            <li>E-mails are part of Nearer. No practice writes its own, so there is nothing to take.</li>
            <li>
              So are the guided pages and the crisis numbers. A list of numbers that you saved for a country under
              Safety stays as you saved it.
            </li>
            <li>How answers to the safety check are read, and what they do, is the same everywhere.</li>
          </ul>
        </Section>
      </div>
    </PracticePage>
  );
}
