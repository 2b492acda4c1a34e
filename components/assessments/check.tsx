"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { CheckDoor, CheckForm, CheckPage } from "@/components/assessments/check-form";
import { CheckQuestion } from "@/components/assessments/check-question";
import { sittingTop } from "@/components/assessments/sitting-look";
import { type CheckAction, useCheckAnswers } from "@/components/assessments/use-check-answers";
import { useFormAction } from "@/components/forms/use-form-action";
import { useMarked } from "@/components/forms/use-marked";
import { WhereToTurnLine } from "@/components/safety/where-to-turn-line";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { Answer } from "@/lib/assessments/instrument";
import { askedSteps } from "@/lib/assessments/questions";
import type { FormState } from "@/lib/form-state";
import {
  answerIn,
  atDoor,
  type CheckPlace,
  type OpenedCheck,
  placeAfter,
  placeBefore,
} from "@/lib/safety/opened-check";

type Props = {
  assessmentId: string;
  /** The door; it answers with everything that stands behind it, and with nothing to somebody who is not alone. */
  begin: CheckAction;
  save: CheckAction;
  send: CheckAction;
  /** Any of these without script. */
  walk: CheckAction;
  leave: ReactNode;
};

const notArrived = "No network just now. Your answers are still here: tap again in a moment.";

/** The safety questions: a door, one question after another, one button at the end. No answer makes anything appear. */
export function Check({ assessmentId, leave, ...actions }: Props) {
  const [walked, walk] = useFormAction(actions.walk);
  const [opened, setOpened] = useState(() => openedIn(walked));
  const [place, setPlace] = useState(() => placeIn(walked));
  const [problem, setProblem] = useState(walked.message ?? "");
  const [isBusy, setBusy] = useState(false);
  /** Only what decides which question comes next: never shown, and gone with the page. */
  const [answers, setAnswers] = useState<Answer[]>([]);
  const begin = useMarked(actions.begin);
  const sendAll = useMarked(actions.send);
  const { keep, flush, problem: unsaved } = useCheckAnswers(opened?.sittingId ?? null, actions.save);
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step, nothing else
  useEffect(() => {
    if (moved.current) frame.current?.querySelector("h1")?.focus();
    moved.current = true;
  }, [place]);

  const { stage, itemId } = place;
  const steps = askedSteps(opened?.questions ?? [], ["now"], answers);
  const at = Math.max(
    steps.findIndex(({ question }) => question.id === itemId),
    0,
  );
  const step = steps[at];

  const ask = async (action: ReturnType<typeof useMarked>, fields: Record<string, string>) => {
    setBusy(true);
    setProblem("");
    const answered = await action(fields).catch(() => null);
    setBusy(false);
    if (answered?.status === "done") return answered;
    setProblem(answered?.message ?? notArrived);
    return null;
  };
  const openDoor = async () => {
    const found = openedIn(await ask(begin, { assessmentId, private: "yes" }));
    if (!found) return;
    setOpened(found);
    setPlace({ stage: "words", itemId: "" });
  };
  const stayOut = () => {
    setPlace({ stage: "not-alone", itemId: "" });
    void ask(begin, { assessmentId, private: "no" }).then(() => setProblem(""));
  };
  const send = async () => {
    if (!opened || !(await flush())) return;
    if (await ask(sendAll, { sittingId: opened.sittingId })) {
      setAnswers([]);
      setPlace({ stage: "sent", itemId: "" });
    }
  };
  const keepAnswer = (value: Answer["value"]): Answer[] => {
    const answer: Answer = { itemId, form: "now", value };
    const given = [...answers.filter((one) => one.itemId !== itemId), answer];
    setAnswers(given);
    setProblem("");
    keep(answer);
    return given;
  };
  const tap = (go: string) => {
    if (go === "back") return setPlace(placeBefore(steps, itemId));
    const answer = answerIn(go);
    const given = answer !== null || go === "out" ? keepAnswer(answer) : answers;
    setPlace(placeAfter(askedSteps(opened?.questions ?? [], ["now"], given), itemId));
  };
  const form = { walk, fields: { assessmentId, ...(opened && { sittingId: opened.sittingId, itemId }) } };

  return (
    <div
      className="[&_form[data-leave]]:contents flex gap-4 mx-auto flex-col max-w-140 min-h-dvh text-base"
      ref={frame}
    >
      <div className={sittingTop}>
        <LinkButton href="/portal" look="quiet">
          <Icon name="back" small />
          Stop for now
        </LinkButton>
        {leave}
      </div>
      {stage === "door" ? (
        <CheckDoor
          {...form}
          isBusy={isBusy}
          problem={problem}
          onTap={(go) => (go === "yes" ? openDoor() : stayOut())}
        />
      ) : null}
      {stage === "not-alone" ? (
        <CheckPage title="Then leave it for now">
          <p className="reading">It stays on Today. Open it when you are somewhere nobody can see your screen.</p>
          <LinkButton href="/portal" look="filled">
            Back to today
          </LinkButton>
        </CheckPage>
      ) : null}
      {stage === "words" ? (
        <CheckPage title="Before you start">
          {opened?.before.map((words) => (
            <p className="reading" key={words}>
              {words}
            </p>
          ))}
          <CheckForm {...form} onTap={() => setPlace(placeAfter(steps, ""))}>
            <Button look="filled" type="submit" name="go" value="on">
              Go on
            </Button>
          </CheckForm>
        </CheckPage>
      ) : null}
      {stage === "question" && step ? (
        <CheckQuestion
          {...form}
          key={`${at} ${step.question.id}`}
          question={step.question}
          problem={unsaved || problem}
          hasBack={at > 0}
          onKeep={(value) => void keepAnswer(value)}
          onTap={tap}
        />
      ) : null}
      {stage === "end" ? (
        <CheckPage title="That was the last one">
          <p className="reading">You can send it with gaps.</p>
          <CheckForm {...form} onTap={() => void send()}>
            <Button look="filled" type="submit" name="go" value="send" disabled={isBusy}>
              {isBusy ? "Sending…" : "Send"}
            </Button>
          </CheckForm>
          <p role="alert" className="text-ink-2">
            {problem || unsaved}
          </p>
        </CheckPage>
      ) : null}
      {stage === "sent" ? (
        <CheckPage title="Thank you">
          <p className="reading">{opened?.after}</p>
          <LinkButton href="/portal" look="filled">
            Back to today
          </LinkButton>
        </CheckPage>
      ) : null}
      {opened && (stage === "question" || stage === "end" || stage === "sent") ? (
        <WhereToTurnLine help={opened.help} isOpen />
      ) : null}
    </div>
  );
}

/** What a door that was opened has answered; null for any other answer. */
function openedIn(answered: FormState | null): OpenedCheck | null {
  const { opened } = answered?.shown ?? {};
  return typeof opened === "string" ? (JSON.parse(opened) as OpenedCheck | null) : null;
}

/** Where a page that came without script stands. It is the door unless an answer says otherwise. */
function placeIn({ shown }: FormState): CheckPlace {
  const { stage, itemId } = shown ?? {};
  return typeof stage === "string" && typeof itemId === "string" ? ({ stage, itemId } as CheckPlace) : atDoor;
}
