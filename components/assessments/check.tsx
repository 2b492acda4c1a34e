"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { CheckQuestion } from "@/components/assessments/check-question";
import { type CheckAction, type CheckAnswer, useCheckAnswers } from "@/components/assessments/use-check-answers";
import { useMarked } from "@/components/forms/use-marked";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { askedSteps, type Question } from "@/lib/assessments/questions";

type Props = {
  assessmentId: string;
  /** What stands before the first question, and after the last. */
  before: readonly string[];
  after: string;
  /** The door; it answers with a sitting and its questions, and with nothing to somebody who is not alone. */
  begin: CheckAction;
  save: CheckAction;
  send: CheckAction;
  leave: ReactNode;
  /** Where to turn: the same for everybody, from the first question on. */
  turn: ReactNode;
};

type Stage = "door" | "not-alone" | "words" | "questions" | "end" | "sent";

const notArrived = "This did not reach Nearer. Look at the connection, then try again.";

/** The safety questions: a door, one question after another, one button at the end. No answer makes anything appear. */
export function Check(props: Props) {
  const [stage, setStage] = useState<Stage>("door");
  const [sitting, setSitting] = useState<{ id: string; questions: Question[] } | null>(null);
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  /** Only what decides which question comes next: never shown, and gone with the page. */
  const [answers, setAnswers] = useState<CheckAnswer[]>([]);
  const begin = useMarked(props.begin);
  const sendAll = useMarked(props.send);
  const { keep, flush, problem: unsaved } = useCheckAnswers(sitting?.id ?? null, props.save);
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step, nothing else
  useEffect(() => {
    if (moved.current) frame.current?.querySelector("h1")?.focus();
    moved.current = true;
  }, [stage, at]);

  const steps = askedSteps(sitting?.questions ?? [], ["now"], answers);
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
    const opened = await ask(begin, { assessmentId: props.assessmentId, private: "yes" });
    const { sittingId, questions } = opened?.shown ?? {};
    if (typeof sittingId !== "string" || typeof questions !== "string") return;
    setSitting({ id: sittingId, questions: JSON.parse(questions) as Question[] });
    setStage("words");
  };
  const stayOut = () => {
    setStage("not-alone");
    void ask(begin, { assessmentId: props.assessmentId, private: "no" }).then(() => setProblem(""));
  };
  const send = async () => {
    if (!sitting || !(await flush())) return;
    if (await ask(sendAll, { sittingId: sitting.id })) {
      setAnswers([]);
      setSitting(null);
      setStage("sent");
    }
  };
  const goOn = () => (at + 1 < steps.length ? setAt(at + 1) : setStage("end"));

  return (
    <div className="asmt check" ref={frame}>
      <div className="top">
        <LinkButton href="/portal" look="quiet">
          <Icon name="back" small />
          Stop for now
        </LinkButton>
        {props.leave}
      </div>
      {stage === "door" ? <Door isBusy={isBusy} problem={problem} onYes={openDoor} onNo={stayOut} /> : null}
      {stage === "not-alone" ? (
        <Page title="Then leave it for now">
          <p className="read">It stays on Today. Open it when you are somewhere nobody can see your screen.</p>
        </Page>
      ) : null}
      {stage === "words" ? (
        <Page title="Before you start">
          {props.before.map((words) => (
            <p className="read" key={words}>
              {words}
            </p>
          ))}
          <Button look="filled" onClick={() => setStage("questions")}>
            Go on
          </Button>
        </Page>
      ) : null}
      {stage === "questions" && step ? (
        <CheckQuestion
          key={`${at} ${step.question.id}`}
          question={step.question}
          problem={unsaved}
          onAnswer={(value) => {
            const answer: CheckAnswer = { itemId: step.question.id, form: step.form, value };
            setAnswers((before) => [...before.filter(({ itemId }) => itemId !== answer.itemId), answer]);
            keep(answer);
          }}
          onNext={goOn}
          onBack={at > 0 ? () => setAt(at - 1) : null}
        />
      ) : null}
      {stage === "end" ? (
        <Page title="That was the last one">
          <p className="read">You can send it with gaps.</p>
          <Button look="filled" onClick={() => void send()} disabled={isBusy}>
            {isBusy ? "Sending…" : "Send"}
          </Button>
          <p role="alert" className="sec">
            {problem || unsaved}
          </p>
        </Page>
      ) : null}
      {stage === "sent" ? (
        <Page title="Thank you">
          <p className="read">{props.after}</p>
          <LinkButton href="/portal" look="filled">
            Back to today
          </LinkButton>
        </Page>
      ) : null}
      {stage === "questions" || stage === "end" || stage === "sent" ? props.turn : null}
    </div>
  );
}

function Page({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="check-page">
      <h1 className="stmt" tabIndex={-1}>
        {title}
      </h1>
      <div className="stack">{children}</div>
    </section>
  );
}

type DoorProps = { isBusy: boolean; problem: string; onYes: () => Promise<void>; onNo: () => void };

/** Alone on the page: nothing of what comes after is even loaded before somebody says that they are alone. */
function Door({ isBusy, problem, onYes, onNo }: DoorProps) {
  return (
    <>
      <h1 className="stmt" id="door" tabIndex={-1}>
        Are you somewhere private, where nobody can see this screen?
      </h1>
      <fieldset className="opts" aria-labelledby="door" disabled={isBusy}>
        <button type="button" className="opt" onClick={() => void onYes()}>
          Yes
        </button>
        <button type="button" className="opt" onClick={onNo}>
          No
        </button>
      </fieldset>
      <p role="alert" className="sec check-problem">
        {problem}
      </p>
    </>
  );
}
