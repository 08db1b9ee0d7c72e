namespace LeakTrace.Engine.Linking.Fields;

/// <summary>English given names and what people are called instead; names of one line stand for each other.</summary>
static class NickNames
{
    const string Families = """
        abigail abby gail|abraham abe bram|adelaide addie ada|agnes aggie nessie|albert al bert bertie|alexander alex alec sandy sasha xander|alexandra alex sandra
        alfred alf fred freddie|alice ally|alison ally|amanda mandy|andrew andy drew|angela angie|ann anne anna annie nancy hannah|anthony tony anton|antonia toni
        archibald archie|arthur art artie|augustus gus|barbara barb babs|bartholomew bart|beatrice bea trixie|benjamin ben benny benji|bernard bernie
        bradley brad|calvin cal|cameron cam|caroline carrie caro|catherine katherine kathryn cathy kathy kate katie kitty kay|charles charlie chuck chas carl
        charlotte lottie charlie|christina christine chris chrissie tina|christopher chris kit topher|clarence clarry|clifford cliff|cornelius neil|cynthia cindy
        daniel dan danny|david dave davey|deborah debbie deb debra|dennis denny|dominic dom nick|donald don donny|dorothy dot dolly dottie|douglas doug
        edgar ed|edmund ed ned ted|edward ed eddie ned ted teddy|eleanor ellie nell nora ellen elinor|elizabeth eliza liz lizzie beth betty bess betsy elsie lisa libby elisabeth
        emily em emmy|emma em|ernest ernie|eugene gene|evelyn evie|ezekiel zeke|florence flo flossie|frances fanny fran frankie|francis frank|franklin frank
        frederick fred freddie fritz|gabriel gabe|geoffrey jeffrey geoff jeff|george georgie|gerald gerry jerry|gilbert gil bert|gregory greg|gwendolyn gwen
        harold harry hal|harriet hattie|harry henry|helen nell nellie ellen|henry harry hal hank|herbert bert herb|hugh hughie|ignatius iggy|isaac ike zac|isabella isabel bella izzy
        isabelle belle izzy|jacob jake|jacqueline jackie|james jim jimmy jamie jem|jane janie jenny|janet jan jessie|jasmine jazz|jason jay|jean jeanie|jennifer jen jenny
        jeremiah jerry|jeremy jez|jessica jess jessie|joan joanie|joanna jo|john jack johnny jon ian|jonathan jon jonny|joseph joe joey jo|josephine jo josie|joshua josh
        judith judy|julia julie|katherine kate katie kathy kay kit|kenneth ken kenny|kimberly kim|laura laurie|laurence lawrence larry laurie|leonard len leo lenny|leslie les
        lillian lily|louis lewis lou louie|louisa louise lou|lucille lucy|madeline maddie|magdalene lena|margaret maggie meg peggy madge greta daisy marge margie rita
        martha mattie patty|martin marty|mary molly polly may mamie maria marie|matilda tilly mattie|matthew matt|maurice morris|maximilian max|megan meg|melissa lissa mel
        michael mike mick micky|mildred millie|miranda mandy|mitchell mitch|mohammed muhammad mohamed|nathan nat nate|nathaniel nat nate|nicholas nick nicky colin|nicola nicky
        norman norm|oliver ollie noll|olivia liv livvy|oswald oz|pamela pam|patricia pat patsy tricia patty|patrick pat paddy|penelope penny|peter pete|philip phil pip
        phillip phil|rachel rae|ralph rafe|randolph randy|raymond ray|rebecca becky becca|reginald reg reggie|richard dick rick ricky rich|robert bob bobby rob robbie bert robin
        roderick rod|rodney rod|roger hodge|roland rowland rolly|ronald ron ronnie|rosemary rose rosie|russell russ|samantha sam|samuel sam sammy|sandra sandy|sarah sally sadie sara
        sebastian seb|sidney sydney sid|simon si|solomon sol|sophia sophie|stanley stan|stephanie steph|stephen steven steve|stewart stuart stu|susan sue susie susanna suzanne
        sylvester sly|tabitha tabby|terence terry|teresa theresa terry tess|theodore ted theo teddy|thomas tom tommy|timothy tim|tobias toby|valentine val|valerie val
        vanessa nessa|veronica ronnie|victor vic|victoria vicky tori|vincent vince vin|virginia ginny|walter walt wat|wilfred wilf fred|wilhelmina mina minnie
        william bill billy will willie liam|winifred winnie freda|zachary zac zach
        """;

    static readonly Dictionary<string, int[]> _families = Read();

    /// <summary>Families of a given name; null where it has none.</summary>
    public static int[]? FamiliesOf(string name) => _families.GetValueOrDefault(name);

    /// <summary>Whether two given names are of one family.</summary>
    public static bool Meet(int[]? left, int[]? right)
    {
        if (left is null || right is null)
        {
            return false;
        }

        foreach (var family in left)
        {
            if (Array.IndexOf(right, family) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    static Dictionary<string, int[]> Read()
    {
        var families = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var lines = Families.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var name in lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                families[name] = families.TryGetValue(name, out var known) ? [.. known, i] : [i];
            }
        }

        return families;
    }
}
