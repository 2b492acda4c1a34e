import type { Metadata } from "next";
import { FactorReset } from "@/components/identity/factor-reset";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { getClientRegion } from "@/db/queries/clients/client-region";
import { getClientSteps, getCourses } from "@/db/queries/clients/client-steps";
import { getCorrections } from "@/db/queries/clients/corrections";
import { isUntouched } from "@/db/queries/clients/is-untouched";
import { hasNamesake } from "@/db/queries/clients/merge-sides";
import { getTransfers } from "@/db/queries/clients/transfers";
import { getLinkChoices } from "@/db/queries/couples/couple";
import { getPartnerInviting } from "@/db/queries/couples/partner-invitation";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { listTherapists } from "@/db/queries/identity/therapists";
import { addressAnswers } from "@/db/queries/letters/address-safety";
import { listLostLetters } from "@/db/queries/letters/lost-letters";
import { atOnce } from "@/lib/at-once";
import { firstNameOf } from "@/lib/first-name";
import { formatDay, formatLongDay, formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { localDate } from "@/lib/time/zone";
import { takeFactorAway } from "@/server/auth/factor-reset-action";
import { loadClient } from "@/server/load-client";
import { mailIsSet } from "@/server/mail";
import { ClientPage } from "../_shell/client-page";
import { Agreements } from "./_components/agreements";
import { ClientCountry } from "./_components/client-country";
import { Corrections } from "./_components/corrections";
import { Courses } from "./_components/courses";
import { Ending } from "./_components/ending";
import { InviteAgain } from "./_components/invite-again";
import { LettersTo } from "./_components/letters-to";
import { LostLetters } from "./_components/lost-letters";
import { MergedRecords } from "./_components/merged-records";
import { PartnerInviting } from "./_components/partner-inviting";
import { PartnerLink } from "./_components/partner-link";
import { SessionCode } from "./_components/session-code";
import { TakeInvitationBack } from "./_components/take-invitation-back";
import { inviteAgain } from "./actions";
import { agreement } from "./agreement";

export const metadata: Metadata = { title: "Record" };

export default async function RecordPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, async (scope, id) => {
    const { record, ...beside } = await atOnce({
      record: getClientRecord(scope, id),
      access: getClientAccess(scope, id),
      links: getLinkChoices(scope, id),
      lost: listLostLetters(scope, id),
      region: getClientRegion(scope, id),
      corrections: getCorrections(scope, id),
      transfers: getTransfers(scope, id),
      steps: getClientSteps(scope, id),
      courses: getCourses(scope, id),
      untouched: isUntouched(scope, id),
      namesake: hasNamesake(scope, id),
      answers: addressAnswers(scope, id),
      inviting: getPartnerInviting(scope, id),
      therapists: listTherapists(scope),
    });
    return { ...record, ...beside };
  });
  const { header, access, now } = data;
  const facts: [string, string][] = [
    ["Record number", String(header.recordNumber)],
    ["E-mail", header.email],
    ["Time zone", header.zone.replaceAll("_", " ")],
    ["Therapist", header.therapistName],
    ["Partner", header.partner?.name ?? "None named"],
    [
      "Protocol starts",
      header.enrolment ? formatLongDay(header.enrolment.plannedStart, today) : "No weeks of their own",
    ],
    ["Agreement", agreement(data, (at) => inSentence(formatMoment(at, now, header.zone)))],
    ["Last activity", header.lastActivityAt ? formatMoment(header.lastActivityAt, now, header.zone) : "None yet"],
  ];
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="record">
      <div className="grid gap-x-14 mt-6.5 grid-cols-[minmax(0,876px)_340px] justify-between max-side:grid-cols-1 desk:max-wide:gap-x-9 desk:max-wide:grid-cols-[minmax(0,1fr)_300px] print:block">
        <div className="min-w-0">
          <Section
            id="record"
            title="Record"
            action={
              <span className="flex flex-wrap gap-2">
                <LinkButton href={paths.client(header.id).reports} look="outline" small>
                  Reports
                </LinkButton>
                {access.mayChange ? (
                  <>
                    <LinkButton href={paths.client(header.id).takeOut} look="outline" small>
                      Take data out
                    </LinkButton>
                    <LinkButton href={paths.client(header.id).correct} look="outline" small>
                      Correct
                    </LinkButton>
                  </>
                ) : null}
                {access.mayHold ? (
                  <LinkButton href={paths.client(header.id).erasure} look="outline" small>
                    Erasing
                  </LinkButton>
                ) : null}
                {access.mayChange && !header.isGone ? (
                  <LinkButton href={paths.client(header.id).merge} look="outline" small>
                    Same person twice
                  </LinkButton>
                ) : null}
              </span>
            }
          >
            <dl className="grid gap-2.5">
              {facts.map(([term, value]) => (
                <div key={term}>
                  <dt className="text-ink-3 text-small">{term}</dt>
                  <dd className="min-w-0 wrap-anywhere">{value}</dd>
                </div>
              ))}
            </dl>
            <Agreements
              consents={data.consents}
              moment={(at) => inSentence(formatMoment(at, now, session.actor.zone))}
            />
            <Corrections
              corrections={data.corrections}
              transfers={data.transfers}
              today={today}
              moment={(at) => inSentence(formatMoment(at, now, session.actor.zone))}
            />
          </Section>
          <MergedRecords
            header={header}
            steps={data.steps}
            hasNamesake={data.namesake && access.mayChange && !header.isGone}
            mayChange={access.mayChange}
            moment={(at) => inSentence(formatMoment(at, now, session.actor.zone))}
          />
          <Courses
            clientId={header.id}
            courses={data.courses}
            steps={data.steps}
            mayChange={access.mayChange && !header.isGone}
            today={today}
            moment={(at) => inSentence(formatMoment(at, now, session.actor.zone))}
          />
          <PartnerLink
            header={header}
            links={data.links}
            day={(at) => formatLongDay(localDate(at, header.zone), today)}
          />
          {data.links.couple || header.isGone ? null : (
            <PartnerInviting
              clientId={header.id}
              firstName={firstNameOf(header.name)}
              inviting={data.inviting}
              invitee={{
                name: data.inviting.proposed.name ?? "",
                zone: data.inviting.proposed.zone,
                today,
                zones: Intl.supportedValuesOf("timeZone"),
                therapists: data.therapists,
              }}
              day={(date) => formatLongDay(date, today)}
              moment={(at) => inSentence(formatMoment(at, now, session.actor.zone))}
              now={now}
            />
          )}
          <ClientCountry
            clientId={header.id}
            name={header.name}
            region={data.region}
            mayChange={access.mayChange}
            moment={(at) => formatMoment(at, now, session.actor.zone)}
          />
          <LettersTo
            clientId={header.id}
            email={header.email}
            name={header.name}
            answers={data.answers}
            isSafe={access.isSafeAddress}
            wantsLetters={access.wantsLetters}
            mayChange={access.mayChange}
            moment={(at) => formatMoment(at, now, header.zone)}
          />
          <LostLetters
            letters={data.lost}
            name={header.name}
            mayChange={access.mayChange}
            mailIsSet={mailIsSet()}
            moment={(at) => formatMoment(at, now, header.zone)}
          />
          <Ending
            clientId={header.id}
            name={firstNameOf(header.name)}
            hasAccepted={header.hasAccepted}
            isUntouched={data.untouched && !header.hasAccepted}
            steps={data.steps}
            today={today}
            mayChange={access.mayChange}
            moment={(at) => inSentence(formatMoment(at, now, session.actor.zone))}
          />
        </div>
        <aside className="min-w-0" aria-label="Access">
          <Section id="access" title="Access to the portal">
            {header.hasAccepted ? (
              <div className="grid gap-4">
                <p>
                  {header.name} has accepted the invitation and signs in with a password
                  {access.hasFactor ? " and a code from an app" : ""}.
                </p>
                {access.hasFactor && access.mayChange ? (
                  <details>
                    <summary>Lost the phone and the recovery codes</summary>
                    <FactorReset accountId={header.accountId} name={header.name} action={takeFactorAway} />
                  </details>
                ) : null}
                {access.mayChange ? <SessionCode accountId={header.accountId} name={header.name} /> : null}
              </div>
            ) : header.isGone ? (
              <p className="text-ink-2">Nobody came, and no link works any more.</p>
            ) : header.isUninvited ? (
              <p className="text-ink-2">
                Not invited any more, so there is no link. {header.name} is invited anew on the record of whose partner
                they are.
              </p>
            ) : (
              <>
                <p className="text-ink-2">
                  {header.invitationEndsAt && header.invitationEndsAt > now
                    ? `Invited. The link works until ${formatDay(localDate(header.invitationEndsAt, header.zone), today)}.`
                    : "No link works: the invitation has run out or was taken back. Make a new link."}
                </p>
                <InviteAgain action={inviteAgain} clientId={header.id} />
                {access.mayChange && header.invitationEndsAt && header.invitationEndsAt > now ? (
                  <TakeInvitationBack clientId={header.id} name={header.name} />
                ) : null}
              </>
            )}
          </Section>
        </aside>
      </div>
    </ClientPage>
  );
}
