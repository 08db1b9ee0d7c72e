using System.Collections.Frozen;

namespace LeakTrace.Ingest.Columns;

/// <summary>Words of headers, folded and without spaces, with what they speak of. A longer word wins over one inside it.</summary>
static class HeaderVocabulary
{
    static readonly (Concept Concept, string Words)[] _entries =
    [
        (Concept.Person, "产妇 母亲 妈妈 宝妈 孕妇 孕产妇 孕妈 准妈妈 患者 病人 病员 客户 顾客 会员 本人 当事人 客人 联系人 业主 女方 母 "
            + "mother mom mum mama patient customer client member parturient maternal contact person buyer guest"),
        (Concept.Later, "出院 离院 签收 妥投 送达 派送 派件 到件 discharge discharged signed sign"),
        (Concept.Order, "订单 订单号 订单编号 订单号码 交易 交易号 交易单号 order orderno ordernumber orderid"),
        (Concept.Numbered, "住院 入院 就诊 门诊 病历 病案 档案 建档 保单 保险单 合同 协议 会员 客户 患者 病人 处方 admission chart case policy contract patient customer member"),
        (Concept.Sender | Concept.Calling, "主叫 主叫方 本机 本方 拨出 caller calling"),
        (Concept.Recipient | Concept.Calling, "被叫 被叫方 对方 拨入 callee called dialled dialed"),
        (Concept.Event, "通话 呼叫 拨打 起始 开始 成交 签约 签单 投保 办理 消费 揽件 call start purchase"),
        (Concept.Recording, "填写 提交 调阅 浏览 读取 查阅 submitted"),
        (Concept.Baby, "宝宝 新生儿 孩子 婴儿 小孩 儿童 宝贝 幼儿 婴 子女 小宝 孩 baby babies child children infant newborn neonate kid"),
        (Concept.Family, "父亲 爸爸 丈夫 配偶 家属 家人 爱人 老公 监护人 家长 紧急联系人 亲属 男方 父 father dad husband spouse partner family "
            + "relative guardian emergency kin"),
        (Concept.Sender, "寄件人 寄件 寄件方 寄方 发件人 发件 发件方 寄货人 发货人 寄 发货 发货方 托运人 店铺 商家 店名 sender shipper consignor from"),
        (Concept.Recipient, "收件人 收件 收件方 收方 收货人 收货 收货方 接收人 签收人 取件人 receiver recipient consignee addressee to shipto"),
        (Concept.Recorder, "登记人 登记人员 登记员 录入员 录入人 录入人员 操作员 操作人 操作人员 操作者 经办人 经办 经手人 填表人 填报人 建档人 记录人 "
            + "制单人 开单人 创建人 录单员 录单人 办理人 接待人 扫描员 扫描人 收派员 快递员 揽收员 派件员 业务员 收件员 recorder operator clerk registrar enteredby createdby registeredby recordedby inputby "
            + "handledby operatorid typist handler 制表人 审核人 建档护士 登记护士 责任护士 接诊护士 建册护士 登记医生 建档医生 责任医生 建册人 建卡人 查询人 查询人员 查询者 访问人 访问人员 访问者 查看人 查看人员 查看者 调阅人 调阅人员 打开人 使用人 客服 客服人员 坐席 员工 职工 "
            + "工作人员 viewer viewedby accessedby openedby queriedby readby reader actor"),
        (Concept.Institution, "医院 医院名称 就诊医院 分娩医院 出生医院 院区 分院 机构 助产机构 接生机构 医疗机构 网点 营业点 营业部 分部 分公司 站点 门店 "
            + "单位 网点名称 院名 揽收网点 寄件网点 收件网点 派件网点 服务点 来源 数据来源 出处 分娩地点 生产地点 出生地点 分娩地 hospital hosp branch clinic institution facility outlet depot site station "
            + "source organisation organization centre center office store unit shop 营业厅 服务中心 支行 营业网点"),
        (Concept.Name, "姓名 名字 名称 名 称呼 姓名称呼 大名 name fullname names nm surname"),
        (Concept.Phone, "电话 手机 手机号 手机号码 联系方式 联系电话 联系号码 联系手机 移动电话 电话号码 手机电话 固话 座机 联络电话 联络方式 通讯方式 通信方式 通讯号码 微信号手机 微信手机 手机微信 手机微信号 手机号微信 微信电话 电话微信 号码 电话1 电话2 手机1 手机2 "
            + "phone mobile tel telephone cell cellphone phonenumber mobilenumber phoneno mobileno telno contactno contactnumber mob handphone ph cellno cellnumber"),
        (Concept.NationalId, "身份证 身份证号 身份证号码 身份证件号 证件号 证件号码 证件 公民身份号码 居民身份证 身份号码 身份证明 证号 idcard idno idnumber nationalid "
            + "identity identitycard identityno identitynumber idcardno citizenid nric personalid resident"),
        (Concept.Birth, "出生日期 出生年月 出生年月日 出生时间 出生 生日 生辰 诞生 dob birthday birthdate dateofbirth birth born bday"),
        (Concept.Event, "分娩 分娩日期 分娩时间 生产日期 生产时间 生产 产日 入院 入院日期 出院 住院 就诊 下单 下单时间 寄件日期 寄件时间 揽收 扫描 签收 派送 派件 发货 发件日期 "
            + "收件时间 收件日期 收寄 收寄时间 订购 购买 送达 到件 寄递 delivery delivered admission admitted discharge order ordered shipped shipping pickup scan scanned dispatch "
            + "dispatched signed event visit collected posted mailed"),
        (Concept.Expected, "预产期 预产 duedate edd edc expected due"),
        (Concept.Date, "日期 时间 年月日 时刻 日 时间戳 发生时间 日志时间 ts logtime eventtime date time datetime timestamp day when at on"),
        (Concept.Recording, "登记 建册 建卡 录入 创建 操作 记录 填报 建档 录单 入库 访问 查询 打开 查看 制单 create created register registered registration record records recorded enter entered entry "
            + "updated access accessed opened viewed input logged"),
        (Concept.Address, "地址 小区 收货信息 收件信息 住址 住所 详细地址 家庭地址 家庭住址 现住址 居住地址 居住地 户籍地址 户籍地 通讯地址 联系地址 送货地址 常住地址 地点 address addr "
            + "addressline residence street home"),
        (Concept.District, "区县 区 县 地区 区域 城市 省份 省 市 省市 省市区 所在区 所在地 所属区域 辖区 乡镇 街道 行政区 district county city province region area town"),
        (Concept.Waybill, "运单 运单号 运单号码 运单编号 快递单 快递单号 快递号 快递编号 快件号 快件编号 物流编号 单号 物流单号 物流单 物流号 面单 面单号 订单号 订单 订单编号 邮件号 邮件号码 包裹号 母单号 "
            + "waybill waybillno tracking trackingno trackingnumber awb consignment shipment parcel orderno ordernumber orderid expressno airwaybill mailno"),
        (Concept.RecordNumber, "登记号 登记编号 住院号 病案号 记录号 记录编号 病历号 病例号 档案号 档案编号 门诊号 就诊号 就诊卡号 卡号 保健册号 建档号 建档编号 流水号 患者编号 病人编号 产妇编号 "
            + "客户编号 会员号 会员编号 出生证号 出生证编号 出生医学证明编号 数据编号 recordno recordid recordnumber record_id mrn caseno caseid casenumber regno registrationno regnumber registerno "
            + "chartno patientid patientno customerid admissionno admissionnumber memberid fileno serialid recid target "
            + "被查询单号 查询单号 被查单号 查询编号 查询记录 查询对象 被查询记录 被查询记录号 被查询编号 被查记录 访问记录 访问对象 被访问记录 查看记录 查看对象 目标编号 目标记录 目标单号 "
            + "目标id 对象编号 对象id 单据号 单据编号 业务单号 业务编号 记录id 记录标识 数据id 主键 targetid targetno targetrecord objectid objectno entityid resourceid recordkey viewedrecord"),
        (Concept.Number, "编号 编码 号 号码编号 no id number num code nr ref reference key"),
        (Concept.RecordNumber, "流水号 流水 日志号 日志编号 日志id logid logno serialid"),
        (Concept.Sequence, "流水号 流水 日志号 日志编号 日志id logid logno serialid 序号 序 序列 行号 次序 顺序 排序 顺序号 项次 seq sequence index sn serial serialno rowno rownum row idx lineno line order#"),
        (Concept.Account, "账号 账户 帐号 帐户 工号 用户 用户名 登录名 登录账号 员工号 员工编号 操作账号 系统账号 用户账号 account user userid username login staff "
            + "staffid employee employeeid agent loginid acct useraccount operatoraccount "
            + "客服工号 坐席号 坐席工号 职工号 职工编号 人员编号 登陆名 登录用户 登陆账号 用户编号 用户id 用户代码 访问用户 操作用户 查询用户 查询账号 访问账号 loginname loginuser "
            + "staffno employeeno agentid accountid accountname userno"),
        (Concept.Sex, "性别 sex gender"),
        (Concept.Note, "备注 备注信息 说明 附注 附言 留言 情况 其他情况 其他信息 其它信息 其他说明 意向 意向情况 跟进 回访 remark remarks note notes comment comments memo description message"),
        (Concept.Other, "体重 归属地 时长 秒数 主被叫 基站 基站号 小区号 cellid lac cellsite 应收 实收 总价 总额 合计金额 保费 货款 售价 电脑 电脑名 机器 机器名 主机 主机名 host hostname workstation machine pc 方向 direction 出生体重 身长 身高 床号 床位 床位号 病区 病房 科室 科别 孕周 胎次 产次 孕次 胎数 分娩方式 生产方式 分娩结局 物品 物品名称 品名 货物 货物名称 商品 商品名称 托寄物 内件 "
            + "内件品名 价格 单价 金额 运费 费用 代收货款 数量 件数 重量 年龄 周岁 岁数 民族 血型 医保 医保类型 类型 种类 状态 类别 套餐 职业 学历 国籍 籍贯 邮编 邮政编码 邮箱 电子邮箱 qq 微信 微信号 "
            + "方式 付款方式 支付方式 婚姻 婚姻状况 医生 主治医生 医师 护士 主管医生 诊断 房号 房间 月龄 喂养 喂养方式 是否 等级 评分 血压 尺寸 快递公司 物流公司 工作单位 就职单位 动作 操作类型 操作内容 操作结果 ip 终端 终端号 客户端 设备 菜单 模块 功能 功能模块 结果 耗时 浏览器 会话 "
            + "weight bed bedno ward item items goods price amount fee cost quantity qty age type status category gestation gestational length height "
            + "bloodtype blood department dept apgar mode method postcode zip zipcode email mail wechat occupation nationality ethnicity product content contents doctor "
            + "physician nurse diagnosis parity gravida room package packages carrier courier insurance action ipaddress weeks kg payment size "
            + "terminal device module menu session sessionid url useragent browser result duration verb"),
        (Concept.Sender, "主叫 主叫方 本机 本机号 本端 caller calling callingparty callingnumber"),
        (Concept.Recipient, "被叫 被叫方 对方 对端 callee called calledparty callednumber"),
        (Concept.Event, "通话 呼叫 起呼 call calls calltime starttime begin"),
        (Concept.Other, "时长 通话时长 呼叫时长 呼叫类型 通话类型 主被叫 通话地 通话状态 基站 基站号 漫游 direction calltype calldirection"),
        (Concept.Filler, "开始 起始 结束 start started end ended"),
        (Concept.Filler, "信息 资料 的 所在 所属 备用 其他 其它 第二 第一 常用 主要 主 被 现 新 原 填写 必填 选填 详细 家庭 联系 客 人 1 2 3 一 二 of the by alt alternate other second secondary "
            + "primary backup main first last 2nd 1st full current details detail info home"),
    ];

    /// <summary>Words by their folded text.</summary>
    public static FrozenDictionary<string, Concept> Words { get; } = Collect();

    /// <summary>Longest word in characters.</summary>
    public static int LongestWord { get; } = Longest();

    static FrozenDictionary<string, Concept> Collect()
    {
        var words = new Dictionary<string, Concept>(StringComparer.Ordinal);
        foreach (var (concept, list) in _entries)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = words.GetValueOrDefault(word) | concept;
            }
        }

        // Words that name two things at once.
        foreach (var word in (string[])["分娩日期", "分娩时间", "生产日期", "生产时间", "入院日期", "下单时间", "寄件日期", "寄件时间", "发件日期", "收件时间",
            "收件日期", "收寄时间", "预产期", "duedate", "edd"])
        {
            words[word] |= Concept.Date;
        }

        foreach (var word in (string[])["enteredby", "createdby", "registeredby", "recordedby"])
        {
            words[word] = Concept.Recorder;
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static int Longest()
    {
        var longest = 0;
        foreach (var word in Words.Keys)
        {
            longest = Math.Max(longest, word.Length);
        }

        return longest;
    }
}
