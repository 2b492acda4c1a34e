import type { Instrument } from "@/lib/assessments/instrument";
import { connectionCheck } from "@/lib/instruments/connection-check";
import { core10 } from "@/lib/instruments/core-10";
import { csi16 } from "@/lib/instruments/csi-16";
import { distanceMoves } from "@/lib/instruments/distance-moves";
import { eHits } from "@/lib/instruments/e-hits";
import { ecrR } from "@/lib/instruments/ecr-r";
import { ecrRs } from "@/lib/instruments/ecr-rs";
import { ecrS } from "@/lib/instruments/ecr-s";
import { fis } from "@/lib/instruments/fis";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { fiveDimensionsBrief } from "@/lib/instruments/five-dimensions-brief";
import { gad7 } from "@/lib/instruments/gad-7";
import { hark } from "@/lib/instruments/hark";
import { itq } from "@/lib/instruments/itq";
import { pair } from "@/lib/instruments/pair";
import { pcPtsd5 } from "@/lib/instruments/pc-ptsd-5";
import { pcl5 } from "@/lib/instruments/pcl-5";
import { phq9 } from "@/lib/instruments/phq-9";
import { ras } from "@/lib/instruments/ras";
import { rdas } from "@/lib/instruments/rdas";
import { safetyAndSteadiness } from "@/lib/instruments/safety-and-steadiness";
import { safetySince } from "@/lib/instruments/safety-since";
import { suds } from "@/lib/instruments/suds";
import { who5 } from "@/lib/instruments/who-5";

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
