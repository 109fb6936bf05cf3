import fc from "fast-check";

// The same cases in every run, so that a red test is the fault of a change. Other ones, and more, when asked for:
// PROPERTY_SEED=$RANDOM PROPERTY_RUNS=20000 npm test
const { PROPERTY_RUNS: runs, PROPERTY_SEED: seed } = process.env;

fc.configureGlobal({ seed: Number(seed ?? 20_241_101), numRuns: Number(runs ?? 300) });

export default fc;
