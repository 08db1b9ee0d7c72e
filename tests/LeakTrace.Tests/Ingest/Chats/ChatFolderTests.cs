using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Ingest.Chats;
using LeakTrace.Tests.Cases;

namespace LeakTrace.Tests.Ingest.Chats;

/// <summary>Exported chats of a case: who sent which file to whom, and when.</summary>
public sealed class ChatFolderTests
{
    [Theory]
    [InlineData("chat.csv", "time,from,to,text\n2023-05-01 12:33:20,W,Z,名单.xlsx\n2023-05-01 12:35:00,Z,W,收到\n")]
    [InlineData("chat.csv", "时间,发送人,接收人,消息内容,文件名\n2023/5/1 12:33:20,W,Z,,名单.xlsx\n2023/5/1 12:35:00,Z,W,收到 名单.xlsx,\n")]
    [InlineData("chat.csv", "2023-05-01 12:33:20,W,Z,[文件] 名单.xlsx\n2023-05-01 12:35:00,Z,W,收到\n")]
    [InlineData("与Z的聊天记录.txt", "W 2023-05-01 12:33:20\n[文件] 名单.xlsx\n\nW 2023-05-01 12:34:20\n发了\n")]
    [InlineData("chat.txt", "W 2023-05-01 12:33:20\n名单.xlsx（1.2MB）\n\nZ 2023-05-01 12:35:00\n收到 名单.xlsx\n")]
    [InlineData("chat.txt", "2023-05-01 12:33:20 W(10001)\n[文件: 名单.xlsx]\n\n2023-05-01 12:35:00 Z(10002)\n好的\n")]
    [InlineData("chat.txt", "2023年5月1日 12:33 W: 文件：名单.xlsx\n2023年5月1日 12:35 Z: 收到了\n")]
    [InlineData("chat.txt", "[2023/5/1 12:33:20] W：名单.xlsx\n[2023/5/1 12:35:00] Z：钱转了\n")]
    [InlineData("chat.txt", "—————  2023-05-01  —————\n\nW  12:33\n\n[文件] D:\\微信\\名单.xlsx\n\nZ  12:35\n\n收到\n")]
    [InlineData("chat.txt", "聊天对象：Z\n2023-05-01 下午 12:33:20 W\n发送了文件 名单.xlsx\n2023-05-01 下午 12:40:20 W\n在吗\n")]
    public void A_sent_file_is_a_delivery_in_any_style_of_export(string name, string text)
    {
        var (messages, problems) = Read((name, text));

        Assert.Empty(problems);
        var sent = Assert.Single(messages, message => message.Attachment.Length > 0);
        Assert.Equal(("W", "Z", "名单.xlsx"), (sent.Sender, sent.Receiver, sent.Attachment));
        Assert.Equal(new DateOnly(2023, 5, 1).DayNumber, PackedDate.DayOf(sent.SentAt));
        Assert.Equal((12 * 60) + 33, PackedDate.SecondOf(sent.SentAt) / 60);
        var delivery = Assert.Single(ChatFolder.Deliveries(messages, ["disk/名单.xlsx", "other.csv"], []));
        Assert.Equal(("名单.xlsx", "W", "Z", "chats/" + name), (delivery.File, delivery.Seller, delivery.Buyer, delivery.List));
    }

    [Fact]
    public void A_file_that_the_list_names_keeps_the_lists_deliveries()
    {
        var (messages, _) = Read(("c.csv", "time,from,to,text\n2023-05-01 12:33:20,W,Z,a.xlsx\n2023-05-01 12:33:20,W,Z,b.xlsx\n"));

        var delivery = Assert.Single(ChatFolder.Deliveries(messages, ["a.xlsx", "b.xlsx"], [new Delivery("a.xlsx", "王", "赵", 0, 2)]));
        Assert.Equal("b.xlsx", delivery.File);
    }

    [Fact]
    public void A_group_receives_what_is_sent_to_it()
    {
        var (messages, _) = Read(("c.txt", "群聊：妈妈资源\nA 2023-05-01 12:33:20\na.xlsx\nB 2023-05-01 12:34:20\n谢谢\nC 2023-05-01 12:35:20\n多少钱\n"));

        Assert.Equal(("A", "妈妈资源"), (messages[0].Sender, messages[0].Receiver));
    }

    [Fact]
    public void A_file_sent_to_nobody_known_is_a_warning_and_no_delivery()
    {
        var (messages, problems) = Read(("c.txt", "A 2023-05-01 12:33:20\na.xlsx\nA 2023-05-01 12:34:20\n在吗\n"));

        Assert.Equal("chat-without-receiver", Assert.Single(problems).Code);
        Assert.Empty(ChatFolder.Deliveries(messages, ["a.xlsx"], []));
    }

    [Fact]
    public void A_file_that_is_no_chat_is_named() =>
        Assert.Equal("no-chat", Assert.Single(Read(("c.txt", "买菜清单\n白菜\n萝卜\n")).Problems).Code);

    static (List<ChatMessage> Messages, List<Problem> Problems) Read(params (string Name, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder.Path, name), text);
        }

        var (messages, inputs, problems) = ChatFolder.Read(folder.Path, ImportSettings.Default);
        Assert.Equal(files.Select(file => "chats/" + file.Name).Order(StringComparer.Ordinal), inputs.Select(input => input.File));
        Assert.All(inputs, input => Assert.True(input.Sha256.Length == 64 && input.Bytes > 0));
        Assert.Equal(problems.Count, inputs.Sum(input => input.Problems));
        return (messages, problems);
    }
}
