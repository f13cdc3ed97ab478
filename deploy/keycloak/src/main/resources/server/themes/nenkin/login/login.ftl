<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError("username", "password")>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <#if wrong>
    <p id="wrong" class="message error" role="alert">
      ${kcSanitize(messagesPerField.getFirstError("username", "password"))?no_esc}
    </p>
    <#else>
    <p>${msg("loginHint")}</p>
    </#if>
    <form action="${url.loginAction}" method="post" onsubmit="this.login.disabled = true">
      <div class="group">
        <label for="username">${msg("username")}</label>
        <#-- Who mistyped the password goes on there; the login ID is kept. -->
        <input id="username" name="username" type="text" value="${(login.username!"")}" autocomplete="username"
               autocapitalize="none" spellcheck="false" dir="ltr" required
               <#if !wrong>autofocus<#else>aria-invalid="true" aria-describedby="wrong"</#if>>
      </div>
      <div class="group">
        <label for="password">${msg("password")}</label>
        <div class="password">
          <input id="password" name="password" type="password" autocomplete="current-password" dir="ltr" required
                 <#if wrong>autofocus aria-invalid="true" aria-describedby="wrong"</#if>>
          <button class="password-toggle" type="button" aria-controls="password" data-password-toggle
                  aria-label="${msg("showPassword")}"
                  data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}"
                  data-icon-show="eye" data-icon-hide="eye-off"><i class="eye" aria-hidden="true"></i></button>
        </div>
      </div>
      <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!}">
      <button class="submit" name="login" type="submit">${msg("doLogIn")}</button>
    </form>
    <p class="safety">${msg("loginSafety")}</p>
    <#if (client.baseUrl)?has_content>
    <p><a href="${client.baseUrl}">${msg("backToPortal")}</a></p>
    </#if>
    <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  </#if>
</@layout.registrationLayout>
