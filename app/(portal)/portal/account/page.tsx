import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { AccountView } from "@/components/identity/account-view";
import { AboutLeaving } from "@/components/portal/about-leaving";
import { LinkButton } from "@/components/ui/link-button";
import { OpensDialog } from "@/components/ui/opens-dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { Section } from "@/components/ui/section";
import { getOwnAccessDays } from "@/db/queries/clients/own-access";
import { hasSharing } from "@/db/queries/couples/own-sharing";
import { getOwnAccount } from "@/db/queries/identity/own-account";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { mayWriteTo } from "@/db/queries/letters/address-safety";
import { ownLetters } from "@/db/queries/letters/letters";
import { ownPush } from "@/db/queries/letters/own-push";
import { ownReminders } from "@/db/queries/letters/reminder-choice";
import { formatMoment } from "@/lib/format";
import { nextReminder } from "@/lib/messages/own-reminders";
import { paths } from "@/lib/paths";
import { localDate } from "@/lib/time/zone";
import { accountActions, accountForView } from "@/server/auth/account-page";
import { readDeviceMark } from "@/server/auth/device-cookie";
import { env } from "@/server/env";
import { loadForClient } from "@/server/load";
import { mailIsSet } from "@/server/mail";
import { pageOwner } from "@/server/page-mark";
import { PortalPage } from "../../_shell/portal-page";
import { DeviceNotes } from "./_components/device-notes";
import { RecordOpened } from "./_components/record-opened";
import { Reminders } from "./_components/reminders";
import { setCareful, setLeaveKeys, setLetters, withdraw } from "./actions";
import "../../../portal.css";
import { atOnce } from "@/lib/at-once";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const mark = await readDeviceMark();
  const { data } = await loadForClient(
    async (scope) => {
      const { account, ...own } = await atOnce({
        account: getOwnAccount(scope),
        words: getOwnWords(scope),
        getsLetters: ownLetters(scope),
        reminders: ownReminders(scope),
        devices: ownPush(scope, mark),
        opened: getOwnAccessDays(scope),
        sharing: hasSharing(scope),
        mayBeWrittenTo: mayWriteTo(scope, scope.actor.accountId),
      });
      const next = nextReminder(own.reminders, scope.now, scope.actor.zone);
      return { account: accountForView(account, scope.now), ...own, next, now: scope.now, zone: scope.actor.zone };
    },
    { beforeConsent: true },
  );
  const { PUSH_PUBLIC_KEY: serverKey } = env();
  return (
    <PortalPage afterwards="works">
      <h1>Account</h1>
      <AccountView account={data.account} actions={accountActions} />
      <Section
        id="account-letters"
        title="E-mail"
        sub="If somebody else may read your e-mail, you can have none from Nearer. Everything waits for you here all the same."
      >
        {data.mayBeWrittenTo ? null : (
          <p>
            No e-mail goes to your address at the moment: your therapist asks you first, alone, whether it is safe. If
            you forget your password, your therapist makes a code with you.
          </p>
        )}
        <ActionForm
          action={setLetters}
          submit="Save"
          busy="Saving…"
          look="outline"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          <RadioGroup
            name="letters"
            legend="When something is waiting for you"
            defaultValue={data.getsLetters ? "yes" : "no"}
            cards
            choices={[
              {
                value: "yes",
                label: "Send me an e-mail",
                sub: "It says that something new is there, and nothing of what.",
              },
              {
                value: "no",
                label: "Send me no e-mail",
                sub: "Only a link still comes that you ask for where you sign in.",
              },
            ]}
          />
        </ActionForm>
      </Section>
      <Reminders
        choice={data.reminders}
        next={data.next && formatMoment(data.next, data.now, data.zone)}
        arrive={data.devices.length > 0 || (data.mayBeWrittenTo && data.getsLetters && mailIsSet())}
        today={localDate(data.now, data.zone)}
      />
      {serverKey ? (
        <DeviceNotes
          serverKey={serverKey}
          devices={data.devices.map(({ begunAt, ...one }) => ({
            ...one,
            since: formatMoment(begunAt, data.now, data.zone),
          }))}
        />
      ) : null}
      <Section
        id="account-careful"
        title="Your words"
        sub="What you sent, and what your therapist wrote, lies folded on your pages. You can also keep it behind your password."
      >
        <ActionForm
          action={setCareful}
          submit="Save"
          busy="Saving…"
          look="outline"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          <RadioGroup
            name="careful"
            legend="Opening what was written"
            defaultValue={data.words.isCareful ? "yes" : "no"}
            cards
            choices={[
              { value: "no", label: "One tap", sub: "As it is for everybody at first." },
              {
                value: "yes",
                label: "Only after my password",
                sub: "For five minutes each time. Today still says that something was written.",
              },
            ]}
          />
          <FormPassword name="password" label="Your password" autoComplete="current-password" required />
        </ActionForm>
      </Section>
      <Section id="account-leaving" title="Leaving quickly">
        <AboutLeaving />
        <ActionForm
          action={setLeaveKeys}
          submit="Save"
          busy="Saving…"
          look="outline"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          <RadioGroup
            name="escape"
            legend="Esc twice"
            defaultValue={pageOwner().byEscape ? "yes" : "no"}
            cards
            choices={[
              { value: "yes", label: "Leaves quickly", sub: "Except where Esc closes something that is open." },
              {
                value: "no",
                label: "Does nothing",
                sub: "For who uses Esc otherwise. Shift three times still leaves.",
              },
            ]}
          />
        </ActionForm>
      </Section>
      {data.sharing ? (
        <Section
          id="account-sharing"
          title="Sharing"
          sub="What somebody who is linked with you can see, and what you have chosen so far."
        >
          <LinkButton href={paths.portal.sharing}>Look at sharing</LinkButton>
        </Section>
      ) : null}
      <Section
        id="account-data"
        title="Your data"
        sub="Take along what stands on your pages, have something put right, or have it erased."
      >
        <LinkButton href={paths.portal.ownData}>Look at your data</LinkButton>
      </Section>
      <RecordOpened days={data.opened} today={localDate(data.now, data.zone)} />
      <Section
        id="account-consent"
        title="Your agreement"
        sub="If you take it back, the portal closes until you agree again, and your therapist talks with you about what happens next."
      >
        <OpensDialog label="Take my agreement back" look="outline" title="Take your agreement back?">
          <ActionForm
            action={withdraw}
            submit="Take it back"
            busy="Taking it back…"
            look="outline"
            className="grid gap-4"
          >
            <p>
              The portal closes until you agree again. What you wrote stays in your record. Your therapist learns of it
              at once. Nothing that waits for your therapist is closed by it, and “I don’t feel safe” goes on working.
            </p>
          </ActionForm>
        </OpensDialog>
      </Section>
    </PortalPage>
  );
}
