using LeakTrace.Engine.Records;

namespace LeakTrace.Tests.Ingest;

public class LostDigitsTests
{
    [Fact]
    public void Numbers_without_their_last_digits_are_one_warning_for_each_column()
    {
        using var file = new ScratchFile(
            "姓名,电话,身份证号\n张丽华,1.38E+10,1.10101199003077E+17\n王小红,13711113333,1.10101199003077E+17\n"
            + "李淑芬,1.3911112222E+10,11010119900307741X\n赵敏,1.39E+10,\n钱多,138****2222,\n");
        var problems = file.Import().Problems.Where(problem => problem.Code == "precision-lost").ToList();
        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.Equal((Severity.Warning, 2), (problem.Severity, problem.Row)));
        Assert.Contains("column C (#3): 2 identity number(s)", problems[0].Message);
        Assert.Contains("column B (#2): 2 phone(s)", problems[1].Message);
    }
}
