using System.Text;
using System.Text.RegularExpressions;
using LeakTrace.App;

namespace LeakTrace.Tests.Docs;

/// <summary>The README's account of commands and options, out of the help that the program prints.</summary>
static class CommandTables
{
    /// <summary>A table of commands and one of their options.</summary>
    public static async Task<string> WriteAsync()
    {
        var commands = new StringBuilder("| command | what it does |\n|---|---|\n");
        var options = new StringBuilder("| option | of | meaning |\n|---|---|---|\n");
        var users = new Dictionary<(string Option, string Meaning), List<string>>();
        await DescribeAsync([], commands, users);
        foreach (var ((option, meaning), names) in users)
        {
            options.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{option}` | {string.Join(", ", names)} | {meaning} |\n");
        }

        return $"{commands}\n{options}";
    }

    static async Task DescribeAsync(string[] path, StringBuilder commands, Dictionary<(string Option, string Meaning), List<string>> users)
    {
        var help = await HelpAsync(path);
        foreach (var (name, meaning) in Section(help, "Options").Where(option => !option.Name.StartsWith("-?", StringComparison.Ordinal)))
        {
            // The settings of a generator fill a page, its own help has them; a default in brackets may be this machine's.
            var key = (name.Replace("|", "\\|", StringComparison.Ordinal), Regex.Replace(meaning, @" Settings: .*| \[default: .*\]", ""));
            users.TryAdd(key, []);
            users[key].Add(path.Length == 0 ? "" : string.Join(' ', path));
        }

        foreach (var (name, meaning) in Section(help, "Commands"))
        {
            string[] inner = [.. path, name.Split(' ')[0]];
            if (!(await HelpAsync(inner)).Contains("\nCommands:", StringComparison.Ordinal))
            {
                commands.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `leaktrace {string.Join(' ', [.. path, name])}` | {meaning} |\n");
            }

            await DescribeAsync(inner, commands, users);
        }
    }

    static async Task<string> HelpAsync(string[] path)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync([.. path, "--help"], output, output));
        return output.ToString().ReplaceLineEndings("\n");
    }

    static List<(string Name, string Meaning)> Section(string help, string title)
    {
        var section = Regex.Match(help, $"(?:^|\n){title}:\n((?:  .*(?:\n|$))*)");
        return [.. section.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Regex.Split(line.Trim(), " {2,}"))
            .Select(parts => (parts[0], parts.Length > 1 ? parts[1] : ""))];
    }
}
