import fc from "fast-check";

// Every run has the same cases, so that a failing test is the fault of a change. To try other cases, or more:
// PROPERTY_SEED=$RANDOM PROPERTY_RUNS=20000 npm test
const { PROPERTY_RUNS: runs, PROPERTY_SEED: seed } = process.env;

fc.configureGlobal({ seed: Number(seed ?? 20_241_101), numRuns: Number(runs ?? 300) });

export default fc;
