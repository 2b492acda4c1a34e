import type { Instrument } from "@/lib/assessments/instrument";
import { connectionCheck } from "@/lib/assessments/instruments/connection-check";
import { core10 } from "@/lib/assessments/instruments/core-10";
import { csi16 } from "@/lib/assessments/instruments/csi-16";
import { distanceMoves } from "@/lib/assessments/instruments/distance-moves";
import { eHits } from "@/lib/assessments/instruments/e-hits";
import { ecrR } from "@/lib/assessments/instruments/ecr-r";
import { ecrRs } from "@/lib/assessments/instruments/ecr-rs";
import { ecrS } from "@/lib/assessments/instruments/ecr-s";
import { fis } from "@/lib/assessments/instruments/fis";
import { fiveDimensions } from "@/lib/assessments/instruments/five-dimensions";
import { fiveDimensionsBrief } from "@/lib/assessments/instruments/five-dimensions-brief";
import { gad7 } from "@/lib/assessments/instruments/gad-7";
import { hark } from "@/lib/assessments/instruments/hark";
import { itq } from "@/lib/assessments/instruments/itq";
import { pair } from "@/lib/assessments/instruments/pair";
import { pcPtsd5 } from "@/lib/assessments/instruments/pc-ptsd-5";
import { pcl5 } from "@/lib/assessments/instruments/pcl-5";
import { phq9 } from "@/lib/assessments/instruments/phq-9";
import { ras } from "@/lib/assessments/instruments/ras";
import { rdas } from "@/lib/assessments/instruments/rdas";
import { safetyAndSteadiness } from "@/lib/assessments/instruments/safety-and-steadiness";
import { safetySince } from "@/lib/assessments/instruments/safety-since";
import { suds } from "@/lib/assessments/instruments/suds";
import { who5 } from "@/lib/assessments/instruments/who-5";

/** Every instrument that ships: ours with wording first, then the published ones without. */
export const BUILT_IN_INSTRUMENTS: readonly Instrument[] = [
  fiveDimensions,
  fiveDimensionsBrief,
  distanceMoves,
  safetyAndSteadiness,
  safetySince,
  connectionCheck,
  suds,
  pair,
  fis,
  ecrR,
  ecrRs,
  ecrS,
  csi16,
  rdas,
  ras,
  phq9,
  gad7,
  who5,
  pcl5,
  pcPtsd5,
  itq,
  core10,
  hark,
  eHits,
];

/** The built-in instrument with this key, or undefined. */
export function builtInInstrument(key: string): Instrument | undefined {
  return BUILT_IN_INSTRUMENTS.find((instrument) => instrument.key === key);
}
