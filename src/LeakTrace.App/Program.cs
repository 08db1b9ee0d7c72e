using LeakTrace.App;
using LeakTrace.App.Commands;

// Threads that wait for others (readers for room, a command for its work) must not hold up those they wait for: the pool starts more only after half a second.
ThreadPool.SetMinThreads(Math.Max(8, 3 * Environment.ProcessorCount), Math.Max(8, Environment.ProcessorCount));

return args is [ReadWorkerCommand.Name, .. var rest]
    ? ReadWorkerCommand.Run(rest)
    : await CommandLine.RunAsync(args, Console.Out, Console.Error);
