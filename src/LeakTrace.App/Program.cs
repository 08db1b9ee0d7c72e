using LeakTrace.App;
using LeakTrace.App.Commands;

return args is [ReadWorkerCommand.Name, .. var rest]
    ? ReadWorkerCommand.Run(rest)
    : await CommandLine.RunAsync(args, Console.Out, Console.Error);
