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
      <div className="edit-version">
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
            <ul className="session-list">
              {done.map(({ id, title, kind, version, words }) => (
                <li key={id}>
                  <div>
                    <span className="strong">{title}</span>
                    <span className="sec">
                      , {kindWords[kind].toLowerCase()}, version {version}
                    </span>
                    <br />
                    <span className="sm sec">{words}</span>
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Section id="by-itself" title="What comes by itself">
          <ul className="facts-list">
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
