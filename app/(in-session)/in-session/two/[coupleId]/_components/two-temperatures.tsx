"use client";

import { useId, useState } from "react";
import { TwoNear } from "@/components/charts/two-near";
import { Button } from "@/components/ui/button";

const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** A number, or that somebody keeps it to themself; null before either. */
type Chosen = number | "kept" | null;
type Props = { initials: readonly [string, string] };

/**
 * Each of two says how near they feel, out of sight of the other, and both numbers are shown together. They stand on this screen
 * alone: nothing is sent or kept. Where one keeps theirs, neither is shown.
 */
export function TwoTemperatures({ initials }: Props) {
  const [chosen, setChosen] = useState<readonly [Chosen, Chosen]>([null, null]);
  const [isOpen, setOpen] = useState(false);
  const choose = (side: 0 | 1, value: Chosen) =>
    setChosen(([left, right]) => (side === 0 ? [value, right] : [left, value]));
  const again = () => {
    setChosen([null, null]);
    setOpen(false);
  };
  const [left, right] = chosen;
  const both = left !== null && right !== null;
  if (isOpen)
    return (
      <div className="grid gap-5" role="status">
        {typeof left === "number" && typeof right === "number" ? (
          <>
            <TwoNear
              left={left}
              right={right}
              label={`${initials[0]}: ${left} of 10. ${initials[1]}: ${right} of 10.`}
            />
            <dl className="grid grid-cols-2 text-center">
              {[left, right].map((score, side) => (
                <div key={initials[side === 0 ? 0 : 1] + String(side)}>
                  <dt className="text-ink-2">{initials[side === 0 ? 0 : 1]}</dt>
                  <dd className="font-medium text-greeting leading-none font-serif lining">{score}</dd>
                </div>
              ))}
            </dl>
            <p className="text-center text-ink-2">Two numbers of this moment. Neither is the right one.</p>
          </>
        ) : (
          <p className="text-center">Nothing is shown this time. That is fine.</p>
        )}
        <p className="flex justify-center">
          <Button look="outline" onClick={again}>
            Begin again
          </Button>
        </p>
      </div>
    );
  return (
    <div className="grid gap-6">
      <div className="grid gap-8 desk:grid-cols-2">
        <Side initials={initials[0]} isChosen={left !== null} choose={(value) => choose(0, value)} />
        <Side initials={initials[1]} isChosen={right !== null} choose={(value) => choose(1, value)} />
      </div>
      <p className="flex justify-center">
        {both ? (
          <Button onClick={() => setOpen(true)}>Show both</Button>
        ) : (
          <span className="text-ink-2">Both are shown together, once each has chosen.</span>
        )}
      </p>
    </div>
  );
}

type SideProps = { initials: string; isChosen: boolean; choose: (value: Chosen) => void };

/** One half of the screen: what was chosen is not seen on it. */
function Side({ initials, isChosen, choose }: SideProps) {
  const id = useId();
  if (isChosen)
    return (
      <div className="grid content-center justify-items-center gap-3 rounded-control bg-sunken p-6">
        <p>
          <b>{initials}</b> has chosen.
        </p>
        <Button look="quiet" onClick={() => choose(null)}>
          Choose again
        </Button>
      </div>
    );
  return (
    <fieldset className="min-w-0" aria-describedby={`${id}-ends`}>
      <legend className="mb-2 w-full text-center font-semibold">{initials}</legend>
      <div className="grid grid-cols-5 gap-2">
        {scores.map((score) => (
          <Button key={score} look="outline" onClick={() => choose(score)} aria-label={`${initials}: ${score} of 10`}>
            {score}
          </Button>
        ))}
      </div>
      <p className="mt-2 flex justify-between gap-4 text-ink-2" id={`${id}-ends`}>
        <span>1 far</span>
        <span>10 near</span>
      </p>
      <p className="mt-2 flex justify-center">
        <Button look="quiet" onClick={() => choose("kept")} aria-label={`${initials}: not today`}>
          Not today
        </Button>
      </p>
    </fieldset>
  );
}
