namespace LeakTrace.Tests.Ingest.Layouts;

/// <summary>
/// Header words written after the recogniser had learned from the failures on <see cref="HeaderSynonyms"/>, none of them there: what it does with words it
/// was not mended for. Nothing is learned from this list.
/// </summary>
static class HeldOutSynonyms
{
    static readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal)
    {
        ["mother"] = Split("产妇姓名/称呼|母亲名|妈妈名|宝妈名字|分娩者姓名|产妇Name|Mother's name|MOTHER_NM|孕产妇|产妇本人"),
        ["patient"] = Split("病人|住院患者姓名|患者全名|就诊者姓名|Name of Patient|pat_name|患者称呼|病員姓名"),
        ["customer"] = Split("客户全称|客户名字|买受人|购买人姓名|签约人|Cust Name|buyer|顾客名|客户/联系人|甲方姓名"),
        ["phone"] = Split("手机联系方式|联系电话(手机)|电话/手机|移动号码|联系手机号码|Mobile Phone|Tel No|contact_phone|Phone#|手 机|联系号"),
        ["motherPhone"] = Split("产妇移动电话|母亲联系电话|妈妈联系方式|产妇手机号码|Mother Mobile No|妈妈号码"),
        ["customerPhone"] = Split("客户手机|客户联系电话|甲方联系电话|购买人电话|Cust Phone|会员电话|业主手机号"),
        ["secondPhone"] = Split("家属联系方式|第二个电话|电话（备用）|家属手机号|Other Phone|Phone2|宅电号码|配偶电话|紧急电话"),
        ["nationalId"] = Split("身份证NO|身份证件号码|居民身份证号|身份证ID|证件编号|Identity Card No|ID Number (18)|身份證|身份证号码(必填)"),
        ["delivered"] = Split("分娩日|宝宝出生日期时间|生产年月日|婴儿生日|孩子出生日期|Delivered On|Date of birth (baby)|宝宝DOB|分娩年月|新生儿出生时间"),
        ["motherBorn"] = Split("产妇生日日期|母亲出生年月|妈妈出生年月日|DOB (mother)|Mother Birth Date|产妇出生时间"),
        ["born"] = Split("出生年月(日)|生日日期|birthdate|BIRTH_DT|出生日期(患者)|病人生日"),
        ["admitted"] = Split("入院日期时间|入院登记日期|Admit Date|收入院时间|admission_dt|住院时间|入院(日期)"),
        ["discharged"] = Split("出院日期时间|Discharge|出院登记日期|discharge_dt"),
        ["recorded"] = Split("建档时间|录入日期时间|登记日|created_on|Entry Date|创建日期|建卡时间"),
        ["hospital"] = Split("所在医院名称|就医医院|医院(全称)|分娩医疗机构|HOSPITAL_NM|Hosp.|接产医院|就诊医疗机构|院区名称|医院简称"),
        ["branch"] = Split("归属网点|寄件营业部|网点/站点|Branch Office|BRANCH|所在网点|收派网点|网点简称|揽件站点"),
        ["shop"] = Split("店面|所在门店|门店名称|成交门店|Outlet Name|服务网点|销售门店"),
        ["address"] = Split("住址信息|家庭居住地址|联系住址|现居地址|通信地址|Home Addr|ADDRESS1|住宅地址|居住详细地址|家庭地址(现)"),
        ["district"] = Split("所属区|区(县)|行政区划|所在地区|District/County|区域名称|城区名"),
        ["baby"] = Split("宝宝大名|新生儿名字|婴儿名|孩子名|Infant Name|BABY_NM|小宝姓名"),
        ["husband"] = Split("丈夫名字|爱人姓名|老公姓名|孩子父亲|Husband Name|监护人姓名|宝宝爸爸"),
        ["sex"] = Split("性 别|患儿性别|Gender(M/F)|SEX|宝宝男女|婴儿性别(男/女)"),
        ["recorder"] = Split("登记人员姓名|录单人|办理人|登记人(工号)|Recorded By|input_by|操作人员|填报人|建卡人"),
        ["recordNumber"] = Split("住院病历号|病案号码|档案No|登记序列号|REG_NO|Record Number|门诊号码|住院登记号|病例编号"),
        ["customerNumber"] = Split("客户No|会员ID|合同号|Client No|Contract No|客户档案号|会员卡编号"),
        ["waybill"] = Split("快递运单号|运单号(单号)|物流运单号|Waybill Number|EXPRESS_NO|快递单编号|货运单号|Tracking #|快件编号"),
        ["order"] = Split("订单ID|平台订单号|Order#|ORDER_ID|原始订单号"),
        ["sequence"] = Split("序号.|Seq|序 号|行|Row|排号|NO"),
        ["senderName"] = Split("寄件人名称|发件方|寄件联系人|Sender's Name|SHIPPER_NM|发货联系人|寄方名称"),
        ["senderPhone"] = Split("寄件人移动电话|发件电话|寄件联系电话|Sender Tel|发货手机|寄方联系方式"),
        ["senderAddress"] = Split("寄件人详细地址|发货地|Sender Addr|寄方详细地址|发件人住址"),
        ["recipient"] = Split("收件人名称|收货方姓名|收件联系人|Recipient's Name|RECEIVER_NM|收货联系人|收方名称"),
        ["recipientPhone"] = Split("收件人移动电话|收件联系电话|Recipient Mobile|收货手机|收方联系方式|收件人手机号码"),
        ["recipientAddress"] = Split("收件人详细地址|收货详细地址|Recipient Addr|收方详细地址|派件地址|收件人住址"),
        ["goods"] = Split("货品名称|托寄物品|物品类型|Item Name|GOODS_NM|商品信息|产品型号|寄件物品"),
        ["amount"] = Split("运费金额|订单总价|实付金额|付款(元)|Order Amount|PRICE|收费|消费额|实收金额"),
        ["weight"] = Split("出生体重|宝宝体重g|实际重量|Weight(kg)|婴儿体重|包裹重量"),
        ["mode"] = Split("分娩方式(顺/剖)|生产类型|Mode of delivery"),
        ["ward"] = Split("病区名称|科室名称|床位编号|Ward No|病室"),
        ["diagnosis"] = Split("诊断名称|入院疾病|Diagnosis Name|出院诊断"),
        ["remarks"] = Split("备注栏|备注1|其他备注|Remarks/Notes|REMARK|说明备注|补充说明"),
        ["shipped"] = Split("寄出时间|发件时间|揽收日期时间|Order Time|SHIP_DT|收寄日期|下单日"),
        ["signed"] = Split("签收日期时间|Delivered At|SIGN_DT|派件时间"),
        ["bought"] = Split("购买日|成交日|签约时间|Purchased On|BUY_DT|购买年月日"),
        ["caller"] = Split("主叫电话号码|本机电话|Caller No|主叫手机"),
        ["callee"] = Split("被叫手机号|对方手机号码|Callee No|通话对方号码"),
        ["called"] = Split("通话起始时间|呼叫日期|Call Date|通话日期时间|拨号时间"),
        ["duration"] = Split("通话时长(秒)|Call Duration|时长s|通话持续时间"),
        ["callType"] = Split("通话方式|Call Direction|主叫/被叫"),
        ["cell"] = Split("基站ID|基站名称|Cell Site"),
        ["account"] = Split("登录人账号|系统用户|操作员账号|USER_ID|Login Name|员工工号|用户账户|操作员工号"),
        ["read"] = Split("查询日期时间|访问时刻|打开时间|Accessed At|READ_DT|查看日期|Log Time"),
        ["recordRead"] = Split("被查看登记号|查询记录号|Record Number|OBJECT_ID|查看单号|被访问病案号"),
        ["device"] = Split("终端设备|设备名称|IP Address|登录设备|DEVICE_ID|客户端"),
        ["action"] = Split("操作动作|Action Type|操作名称|功能名称"),
        ["extra"] = Split("自定义字段|备用1|星级|Tag|阶段|分类|是否成交"),
    };

    /// <summary>Words for what a column holds.</summary>
    public static string[] Of(string kind) => _words[kind];

    static string[] Split(string words) => words.Split('|');
}
