package chat.snug.bench;

/** What a scenario does, step by step, with the numbers of its plan. */
interface Course {
    void follow(LoadRun run) throws StuckException;
}
